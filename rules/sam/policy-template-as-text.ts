import { defineRule } from '#rule'
import { POLICY_TEMPLATES, policiesOf } from './_policies.ts'

export default defineRule({
  id: 'sam/policy-template-as-text',
  title: 'Policy template is written as plain text',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  why: 'SAM takes a text for the name of a managed policy; IAM has none of that name and the stack fails.',
  fix: 'Write the template as a map with its parameters; one without parameters takes an empty map: VPCAccessPolicy: {}.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-templates.html',
      fact: 'A policy template is a map under its name; an empty one where it has no parameters.',
    },
  ],
  notes: ['001:36', '001:37', '001:38', '001:39'],
  messages: {
    text: '"{name}" is a policy template, not a managed policy; write it as a map: "{name}: {parameters}".',
  },
  check(resource, { report }) {
    for (const { node, when, fact } of policiesOf(resource)) {
      if (fact.state !== 'known' || fact.value.kind !== 'scalar') continue
      const name = fact.value.text
      const parameters = POLICY_TEMPLATES[name]
      if (parameters) report({ node, when }, 'text', { name, parameters: `{${parameters.map((one) => `${one}: …`).join(', ')}}` })
    }
  },
})
