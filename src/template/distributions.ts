import { childOf, type Node } from '../source/tree.ts'
import type { Properties, When } from '../values.ts'
import { string } from '../values.ts'
import { callOf, editable } from './intrinsics.ts'
import { framesOf, leadsOf } from './leads.ts'
import type { Resource, Template } from './template.ts'

/** The origins of a CloudFront distribution, each under its condition. */
export const originsOf = (distribution: Resource): Properties[] => distribution.items('DistributionConfig.Origins')

/** Its origin groups. */
export const originGroupsOf = (distribution: Resource): Properties[] => distribution.items('DistributionConfig.OriginGroups.Items')

/** Its cache behaviors, the default one first. */
export const behaviorsOf = (distribution: Resource): Properties[] => [
  ...distribution.items('DistributionConfig.DefaultCacheBehavior'),
  ...distribution.items('DistributionConfig.CacheBehaviors'),
]

/** A case of an origin's domain name. */
export interface OriginDomain {
  /** Unknown parts are `OPAQUE`, or `WORD` where they hold neither `:` nor `/`; of an attribute that is referred to nothing is known. */
  readonly text: string
  /** `bucket`: the address of a bucket for requests with credentials; `website`: that of its website, over plain HTTP; `url`: begins with a scheme. */
  readonly kind: 'bucket' | 'website' | 'url' | 'other' | 'unknown'
  /** The bucket of the template. */
  readonly bucket: Resource | undefined
  readonly node: Node
  readonly when: When
}

/** Every case of the domain name of an origin. */
export function originDomains(template: Template, origin: Properties): OriginDomain[] {
  const name = childOf(origin.node, 'DomainName')
  if (!name) return []
  const found: OriginDomain[] = []
  for (const fact of template.resolver.resolve(name, origin.when)) {
    const { node, when } = fact
    if (fact.state === 'absent') continue
    if (fact.state === 'known') {
      const text = string.read(fact.value)
      if (text !== undefined) found.push({ text, kind: kindOfText(text), bucket: bucketIn(template, fact.via ?? node), node, when })
      continue
    }
    const [lead] = leadsOf(template, node, when)
    const bucket = bucketIn(template, node)
    if (lead) found.push({ text: '', kind: kindOfAttribute(lead.resource.type, lead.attribute), bucket, node: lead.node, when: lead.when })
    else if (isWebsiteUrl(template, node)) found.push({ text: '', kind: 'website', bucket, node, when })
    else
      for (const frame of framesOf(template, node, when))
        found.push({ ...frame, kind: kindOfText(frame.text), bucket, node: editable(node) })
  }
  return found
}

const BUCKET_ADDRESS = /(^|[^\w-])s3([.-](dualstack\.)?([a-z]{2}(-[a-z]+)+-\d|\uE001))?\.(amazonaws\.com(\.cn)?|\uE001)$/

function kindOfText(text: string): OriginDomain['kind'] {
  if (/^\w+:\/\//.test(text)) return 'url'
  if (/\.s3-website[.-]/.test(text)) return 'website'
  if (BUCKET_ADDRESS.test(text)) return 'bucket'
  return /[\uE000\uE001]/.test(text) ? 'unknown' : 'other'
}

function kindOfAttribute(type: string, attribute: string | undefined): OriginDomain['kind'] {
  if (type === 'AWS::S3::Bucket') {
    if (/^(Regional|DualStack)?DomainName$/.test(attribute ?? '')) return 'bucket'
    return attribute === 'WebsiteURL' ? 'url' : 'other'
  }
  return type === 'AWS::Lambda::Url' && attribute === 'FunctionUrl' ? 'url' : 'unknown'
}

/** `!Select [2, !Split ['/', !GetAtt Bucket.WebsiteURL]]`, the website's address without its scheme. */
const isWebsiteUrl = (template: Template, node: Node): boolean => {
  const call = callOf(node)
  return call?.name === 'Fn::Select' && template.references.within(call).some(({ attribute }) => attribute === 'WebsiteURL')
}

/** The one bucket that a value is made of. */
function bucketIn(template: Template, node: Node): Resource | undefined {
  const call = callOf(node)
  if (!call) return undefined
  const named = template.references.within(call).map(({ name }) => template.resources.get(name))
  const buckets = new Set(named.filter((resource) => resource?.type === 'AWS::S3::Bucket'))
  return buckets.size === 1 ? [...buckets][0] : undefined
}
