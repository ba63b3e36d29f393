import { closest, defineRule, eventsOf, table } from '#rule'

/** What the transform knows for every source that is polled, and refuses for most. */
const ONLY: Readonly<Record<string, readonly string[]>> = table({ ConsumerGroupId: ['MSK', 'SelfManagedKafka'] })

/** Names of the same thing on the other kind of API. */
const NEAR: Readonly<Record<string, string>> = table({ 'HttpApi RestApiId': 'ApiId', 'Api ApiId': 'RestApiId' })

export default defineRule({
  id: 'sam/unknown-event-property',
  title: 'Event property does not exist on this event type',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'The transform refuses a property that the type of the event does not have.',
  fix: 'Correct the name, or move the property to where it belongs.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html',
      fact: 'Every type of event has properties of its own.',
    },
  ],
  notes: ['001:21', '001:22'],
  messages: {
    misspelt: '"{name}" is no property of {type} events; did you mean "{near}"?',
    unknown: '"{name}" is no property of {type} events; remove it.',
  },
  check(resource, { report }) {
    const definitions = resource.template.schemas?.type(resource.type)?.d
    for (const { type, properties } of eventsOf(resource)) {
      const known = type && definitions?.[`${type.text}Properties`]
      if (!type || !known) continue
      for (const { key, value } of properties.entries) {
        const name = key.text
        if ((Object.hasOwn(known.p, name) && (ONLY[name] ?? [type.text]).includes(type.text)) || name.startsWith('Fn::')) continue
        const near = NEAR[`${type.text} ${name}`] ?? closest(name, Object.keys(known.p))
        const place = { node: value, span: key.span, when: properties.when }
        if (near) report(place, 'misspelt', { name, type: type.text, near })
        else report(place, 'unknown', { name, type: type.text })
      }
    }
  },
})
