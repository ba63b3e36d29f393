import { isPlaceholder } from '../text.ts'

/** What can be wrong with a reference to Secrets Manager. */
export type ReferenceFault = 'resolve' | 'arn' | 'noId' | 'parts' | 'both'

/**
 * Judges `secret-id:json-key:version-stage:version-id`, where the secret-id may be an ARN; undefined for one that is
 * right, or not known.
 * @see https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html
 */
export function secretReferenceFault(value: string): { fault: ReferenceFault; parts: number } | undefined {
  // Only CloudFormation fills in dynamic references.
  if (/^\{\{\s*resolve:/.test(value)) return { fault: 'resolve', parts: 0 }
  if (value.trim() === '' || isPlaceholder(value) || value.includes('$')) return undefined
  const all = value.split(':')
  const isArn = all[0] === 'arn'
  const own = isArn ? all.slice(6) : all
  const fault = ((): ReferenceFault | undefined => {
    if (isArn && (all[2] !== 'secretsmanager' || all[5] !== 'secret' || !own[0])) return 'arn'
    if (!own[0]) return 'noId'
    if (own.length > 4) return 'parts'
    return own[2] && own[3] ? 'both' : undefined
  })()
  return fault && { fault, parts: own.length }
}
