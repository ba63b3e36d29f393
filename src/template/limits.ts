/** What CloudFormation allows of each, from its table of quotas that cannot be changed. */
export const LIMITS = {
  resources: 500,
  parameters: 200,
  outputs: 200,
  mappings: 200,
  /** First-level keys of one mapping, and second-level keys of one of these. */
  mappingKeys: 200,
  /** Characters of the name of a resource, parameter, output or mapping. */
  name: 255,
  /** Bytes of the template's and of an output's Description. */
  description: 1024,
  /** Bytes of a parameter's value. */
  parameterValue: 4096,
  /** Bytes of a template in S3. */
  body: 1_000_000,
  /** Bytes of a template that is part of the request. */
  directBody: 51_200,
} as const

/** Whether a limit is kept, but more than nine tenths of it are used. */
export const isNear = (count: number, limit: number): boolean => count <= limit && count > limit * 0.9
