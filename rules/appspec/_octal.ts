/** A number that YAML reads as octal where it is not quoted. */
export const OCTAL = /^0o?[0-7]+$/
