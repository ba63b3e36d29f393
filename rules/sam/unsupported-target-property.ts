import { callOf, childOf, defineRule, eventsOf, idIn, table } from '#rule'

/** Properties that the transform does not know, with the properties of events through which it writes into each type. */
const UNKNOWN: Readonly<Record<string, readonly string[]>> = table({
  'AWS::S3::Bucket': ['AbacStatus', 'BucketNamePrefix', 'BucketNamespace', 'MetadataConfiguration', 'MetadataTableConfiguration'],
  'AWS::Cognito::UserPool': ['WebAuthnFactorConfiguration'],
})

export default defineRule({
  id: 'sam/unsupported-target-property',
  title: 'SAM cannot add an event to a resource with this property',
  severity: 'warning',
  on: ['template'],
  why: 'To add the event SAM rebuilds the bucket or user pool from a list of properties, and fails at one that is newer than the list.',
  fix: 'Write the notification and the permission yourself, or use an EventBridgeRule event.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/s3.py',
      fact: 'Lists the properties of buckets that are known; as of version 1.110.0 (May 2026) some are missing.',
    },
  ],
  messages: {
    unknown: 'SAM does not know {property} of {type}, so it fails at the event {event} of {function}; write the notification yourself.',
  },
  check(template, { report }) {
    if (template.kind !== 'sam') return
    for (const resource of template.resourcesOf('AWS::Serverless::Function')) {
      for (const { key, properties } of eventsOf(resource, 'S3', 'Cognito')) {
        const named = childOf(properties.node, 'Bucket') ?? childOf(properties.node, 'UserPool')
        const target = named && callOf(named)?.name === 'Ref' ? template.resources.get(idIn(named) ?? '') : undefined
        for (const { key: name, value } of target?.entries ?? []) {
          if (!target || !UNKNOWN[target.type]?.includes(name.text)) continue
          const place = { node: value, span: name.span, related: [{ node: key, message: 'the event' }] }
          report(place, 'unknown', { property: name.text, type: target.type, event: key.text, function: resource.id })
        }
      }
    }
  },
})
