import { childOf, closest, defineRule, respell } from '#rule'
import { makesRole, POLICY_TEMPLATES, policiesOf } from './_policies.ts'

export default defineRule({
  id: 'sam/unknown-policy-template',
  title: 'SAM policy template does not exist',
  severity: 'error',
  on: ['AWS::Serverless::Function', 'AWS::Serverless::StateMachine'],
  fixes: 'safe',
  why: 'The transform refuses an entry of Policies that is no name, no document and no template that it knows.',
  fix: 'Use the exact name of a template, one in each entry; or write a document with Statement, or the name or ARN of a managed policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-policy-template-list.html',
      fact: 'Lists the policy templates; their names are case sensitive.',
    },
  ],
  notes: ['001:36', '001:37', '001:38', '001:39', '002:1403'],
  messages: {
    misspelt: 'There is no policy template "{name}"; did you mean "{near}"?',
    unknown: 'There is no policy template "{name}"; use one of the list, a managed policy, or a document with Statement.',
    several: 'An entry of Policies takes one policy template; let "{name}" begin an entry of its own.',
    shape: 'An entry of Policies is a managed policy, a document with Statement, or a policy template.',
  },
  check(resource, { report }) {
    // Where the role is given, Policies are not read.
    if (resource.type === 'AWS::Serverless::Function' && !makesRole(resource)) return
    for (const { node, when, fact } of policiesOf(resource)) {
      if (fact.state !== 'known') continue
      const { value } = fact
      if (value.kind === 'scalar') {
        if (value.value === null && node.index >= 0) report({ node, when }, 'shape')
        continue
      }
      const { entries } = value.kind === 'mapping' ? value : { entries: [] }
      if (childOf(value, 'Statement') || entries.some(({ key }) => key.text.startsWith('Fn::'))) continue
      const [first, second] = entries
      if (!first) report({ node, when }, 'shape')
      else if (second) {
        const other = entries.slice(1).find(({ key }) => key.text in POLICY_TEMPLATES)
        if (other) report({ node: other.value, span: other.key.span, when }, 'several', { name: other.key.text })
        else report({ node: first.value, span: first.key.span, when }, 'shape')
      } else if (!(first.key.text in POLICY_TEMPLATES)) {
        const name = first.key.text
        const place = { node: first.value, span: first.key.span, when }
        const near = closest(name, Object.keys(POLICY_TEMPLATES))
        if (near) report(place, 'misspelt', { name, near }, respell(place, Object.keys(POLICY_TEMPLATES)))
        else report(place, 'unknown', { name })
      }
    }
  },
})
