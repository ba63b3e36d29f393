import { callOf, defineRule, FUNCTIONS, walk } from '#rule'
import { STRUCTURE } from './_pages.ts'

export default defineRule({
  id: 'appspec/function-not-evaluated',
  title: 'AppSpec files know no CloudFormation functions',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy, not CloudFormation, reads the file: the call stays a mapping where a value is wanted.',
  fix: 'Write the value, or let the pipeline fill it in before the deployment.',
  sources: [{ url: STRUCTURE, fact: 'An AppSpec is plain YAML or JSON that CodeDeploy reads; it has no functions and parameters.' }],
  notes: ['001:1095', '001:1096', '001:1097', '001:1098', '001:1099', '001:1130'],
  messages: { call: '"{name}" is not evaluated in an AppSpec; write the value, or fill it in before the deployment.' },
  check(appspec, { report }) {
    for (const node of walk(appspec.root)) {
      const call = callOf(node)
      if (call && FUNCTIONS.has(call.name)) report(call.key, 'call', { name: call.node.tag ?? call.name })
    }
  },
})
