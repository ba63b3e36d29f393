import { at, callOf, childOf, closest, defineRule, listOf, respell } from '#rule'
import { EVENT_TYPES, eventTypesOf } from './_event-types.ts'

export default defineRule({
  id: 'sam/unknown-event-type',
  title: 'Event type does not exist for this resource',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  fixes: 'safe',
  why: 'The transform refuses an event whose Type it does not know; the names are case sensitive.',
  fix: 'Use one of the event types of the resource; for S3 and a state machine an EventBridgeRule on the source aws.s3.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html',
      fact: 'Lists the event types of functions.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-statemachine-statemachineeventsource.html',
      fact: 'Lists the five event types of state machines.',
    },
  ],
  notes: ['001:27'],
  messages: {
    unknown: '"{type}" is no event type of a {kind}; use {types}.',
    misspelt: '"{type}" is no event type of a {kind}; did you mean "{near}"?',
    functionOnly: 'A state machine has no {type} events; use EventBridgeRule with a pattern for that source.',
    missing: 'The event {event} has no Type; say what calls the {kind}.',
    result: 'Type is given by {call}, which SAM cannot resolve; write the event type.',
    shape: 'The event {event} must be a map with Type and Properties.',
  },
  check(resource, { report }) {
    const events = at(resource.node, 'Events')
    if (events?.kind !== 'mapping' || callOf(events)) return
    const types = eventTypesOf(resource)
    const kind = resource.type === 'AWS::Serverless::Function' ? 'function' : 'state machine'
    for (const { key, value } of events.entries) {
      if (key.text.startsWith('Fn::')) continue
      const event = key.text
      if (value.kind !== 'mapping') {
        report({ node: value, span: key.span }, 'shape', { event })
        continue
      }
      if (callOf(value)) continue
      const type = childOf(value, 'Type')
      const call = callOf(type)
      if (!type || (type.kind === 'scalar' && type.value === null)) report(type ?? value, 'missing', { event, kind })
      else if (call && call.name !== 'Fn::Transform') report(type, 'result', { call: call.name })
      else if (type.kind === 'scalar' && !types.includes(type.text)) {
        const near = closest(type.text, types)
        if (types !== EVENT_TYPES && EVENT_TYPES.includes(type.text)) report(type, 'functionOnly', { type: type.text })
        else if (near) report(type, 'misspelt', { type: type.text, kind, near }, respell(type, types))
        else
          report(type, 'unknown', {
            type: type.text,
            kind,
            types: kind === 'function' ? 'Api, SQS, S3, Schedule or one of 15 others' : listOf(types),
          })
      }
    }
  },
})
