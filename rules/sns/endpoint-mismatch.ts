import {
  type ArnUse,
  arnsAt,
  canHold,
  defineRule,
  isArnless,
  isPartial,
  isPlaceholder,
  kindOfName,
  kindOfRef,
  string,
  type Template,
  table,
} from '#rule'
import { subscriptionsIn } from './_subscriptions.ts'

/** The service whose ARN a protocol takes. */
const SERVICES: Readonly<Record<string, readonly [service: string, what: string]>> = table({
  application: ['sns', 'the ARN of an application endpoint'],
  firehose: ['firehose', 'the ARN of a delivery stream'],
  lambda: ['lambda', 'the ARN of a function'],
  sqs: ['sqs', 'the ARN of a queue'],
})

/** What a text must be for the other protocols. */
const TEXTS: Readonly<Record<string, readonly [form: RegExp, what: string]>> = table({
  email: [/@/, 'an address with @'],
  'email-json': [/@/, 'an address with @'],
  http: [/^http:\/\//i, 'a URL that begins with http://'],
  https: [/^https:\/\//i, 'a URL that begins with https://'],
})

function faultOf(protocol: string, use: ArnUse, template: Template): { found: string; needed: string } | undefined {
  const [service, needed] = SERVICES[protocol] ?? []
  const { resource, attribute, text } = use
  if (service && needed) {
    if (use.service !== undefined && use.service !== service)
      return { found: resource ? `of type ${resource.type}` : `of ${use.service}`, needed }
    const kind = resource && (attribute === undefined ? kindOfRef(template, resource) : kindOfName(attribute))
    if (kind && kind !== 'ARN') return { found: 'no ARN', needed: `${needed} (Fn::GetAtt with the attribute that is one)` }
    return !resource && isArnless(text) ? { found: 'no ARN', needed } : undefined
  }
  const [form, what] = TEXTS[protocol] ?? []
  if (!form || !what || resource || isPartial(text) || isPlaceholder(text) || form.test(text)) return undefined
  return { found: 'another kind of endpoint', needed: what }
}

export default defineRule({
  id: 'sns/endpoint-mismatch',
  title: 'The endpoint must fit the protocol',
  severity: 'error',
  on: ['AWS::SNS::Subscription', 'AWS::SNS::Topic'],
  why: 'SNS refuses the subscription.',
  fix: 'Give the ARN of the queue, function, delivery stream or application endpoint, a URL with the scheme of the protocol, or an address with @.',
  sources: [{ url: 'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html', fact: 'Which kind of endpoint each protocol takes.' }],
  notes: ['002:1020', '002:1021', '002:1024', '002:1025', '003:307', '003:308'],
  cfnLint: ['W3694'],
  messages: {
    mismatch: '"{name}" is {found}; protocol {protocol} takes {needed}.',
  },
  check(resource, { report }) {
    const { template } = resource
    for (const subscription of subscriptionsIn(resource)) {
      for (const protocol of subscription.known('Protocol', string)) {
        for (const use of arnsAt(template, subscription.under(protocol.when), 'Endpoint')) {
          const fault = canHold(use.when) && faultOf(protocol.value, use, template)
          if (fault) report(use.place, 'mismatch', { name: use.resource?.id ?? use.text, protocol: protocol.value, ...fault })
        }
      }
    }
  },
})
