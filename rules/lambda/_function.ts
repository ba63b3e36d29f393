import { boolean, type Fact, list, type Resource, string, type When } from '#rule'

/** What the two kinds of functions call by different names. */
const NAMES = {
  deadLetterTarget: ['DeadLetterConfig.TargetArn', 'DeadLetterQueue.TargetArn'],
  imageUri: ['Code.ImageUri', 'ImageUri'],
  inlineCode: ['Code.ZipFile', 'InlineCode'],
  tracing: ['TracingConfig.Mode', 'Tracing'],
} as const

/** The path at which a function has something, in CloudFormation or with SAM. */
export const pathFor = (fn: Resource, what: keyof typeof NAMES): string => NAMES[what][fn.type === 'AWS::Serverless::Function' ? 1 : 0]

/** The cases in which a function is made of an image, or of a zip archive; none where that is not known. */
export function packageCases(fn: Resource): { kind: 'Image' | 'Zip'; when: When }[] {
  return fn.possible('PackageType', string).flatMap((fact) => {
    const kind = fact.state === 'known' ? fact.value : fact.state === 'absent' ? 'Zip' : undefined
    return kind === 'Image' || kind === 'Zip' ? [{ kind, when: fact.when }] : []
  })
}

/** Whether `sam build` puts the image in. */
export const isBuilt = (fn: Resource): boolean =>
  fn.attributeMap('Metadata')?.entries.some(({ key }) => /^(Docker|Build|aws:asset)/i.test(key.text)) ?? false

/** Whether something is there for certain and holds something: no empty text, list or map. */
export function isFilled(fact: Fact): boolean {
  if (fact.state === 'absent') return false
  if (fact.state === 'unknown') return true
  const { value } = fact
  if (value.kind === 'mapping') return value.entries.length > 0
  return value.kind === 'sequence' ? (list.read(value)?.length ?? 0) > 0 : string.read(value) !== '' && boolean.read(value) !== false
}
