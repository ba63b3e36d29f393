import { childOf, defineRule, type Node, type Resource } from '#rule'
import { hooksOf } from './_hooks.ts'
import { makesRole, policiesOf } from './_policies.ts'

const ACTION = 'codedeploy:PutLifecycleEventHookExecutionStatus'

export default defineRule({
  id: 'sam/hook-cannot-report',
  title: 'Hook function may not report its result to CodeDeploy',
  severity: 'warning',
  on: ['AWS::Serverless::Function'],
  why: 'CodeDeploy waits for the result that the hook is not allowed to send, and fails the deployment after an hour.',
  fix: `Allow ${ACTION} in the policies of the hook function.`,
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
      fact: 'A hook reports success or failure through that action, which its policies have to allow.',
    },
  ],
  notes: ['002:1715'],
  messages: { cannot: `{hook} is a deployment hook but no policy of it allows ${ACTION}; add a statement that does.` },
  check(resource, { report }) {
    for (const { fact, function: hook } of hooksOf(resource)) {
      if (fact.state === 'absent' || mayReport(hook)) continue
      report({ node: fact.node, when: fact.when, related: [{ node: hook.body, message: hook.id }] }, 'cannot', { hook: hook.id })
    }
  },
})

/** Whether a policy allows it or cannot be seen. */
function mayReport(hook: Resource): boolean {
  if (hook.type !== 'AWS::Serverless::Function' || !makesRole(hook)) return true
  if (hook.template.references.of(`${hook.id}Role`).length) return true
  return policiesOf(hook).some(({ fact }) => {
    if (fact.state === 'absent') return false
    if (fact.state === 'unknown' || fact.value.kind !== 'mapping') return true
    const statements = childOf(fact.value, 'Statement')
    if (!statements) return false // a policy template: none of them allows it
    return (statements.kind === 'sequence' ? statements.items : [statements]).some(allows)
  })
}

function allows(statement: Node): boolean {
  if (statement.kind !== 'mapping') return true
  const effect = childOf(statement, 'Effect')
  if (effect?.kind === 'scalar' && effect.text === 'Deny') return false
  const actions = childOf(statement, 'Action')
  if (!actions) return true
  return (actions.kind === 'sequence' ? actions.items : [actions]).some((action) => {
    if (action.kind !== 'scalar') return true
    const pattern = action.text
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replace(/\*/g, '.*')
      .replace(/\?/g, '.')
    return new RegExp(`^${pattern}$`, 'i').test(ACTION)
  })
}
