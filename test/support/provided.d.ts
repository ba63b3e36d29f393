import 'vitest'

declare module 'vitest' {
  interface ProvidedContext {
    /** Whether the fixtures are to be rewritten: `npm test -- --update`. */
    update: boolean
  }
}
