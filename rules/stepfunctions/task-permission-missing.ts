import { defineRule, isLambda, type Resource, type RoleUse, rolesAt, type State, table, workOf } from '#rule'

/** Actions that a role of the template has to allow; a resource policy can not stand in for them within an account. */
const NEEDS: Readonly<Record<string, string>> = table({
  'sns:publish': 'sns:Publish',
  'sqs:sendMessage': 'sqs:SendMessage',
  'dynamodb:getItem': 'dynamodb:GetItem',
  'dynamodb:putItem': 'dynamodb:PutItem',
  'dynamodb:updateItem': 'dynamodb:UpdateItem',
  'dynamodb:deleteItem': 'dynamodb:DeleteItem',
  'ecs:runTask': 'ecs:RunTask',
  'states:startExecution': 'states:StartExecution',
})

export default defineRule({
  id: 'stepfunctions/task-permission-missing',
  title: 'The role of a state machine must allow what its tasks do',
  severity: 'warning',
  on: ['statemachine'],
  why: 'The task fails whenever it runs: access is denied.',
  fix: 'Allow the action in a policy of the role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/service-integration-iam-templates.html',
      fact: 'A state machine calls services with its role, which needs the actions listed for each integration.',
    },
  ],
  notes: ['002:1007', '002:1734'],
  messages: { missing: 'The role {role} does not allow {action}, which this task needs; add it to a policy of the role.' },
  check(machine, { report }) {
    const roles = rolesOf(machine.resource)
    if (roles.length !== 1 || !roles[0]) return
    const { role } = roles[0]
    if (!role.isComplete || role.managedPolicies.length > 0) return
    for (const state of machine.states) {
      if (state.type !== 'Task' || state.present('Credentials').length > 0) continue
      for (const { action, node, when } of actionsOf(state)) {
        if (!role.mayAllow(action)) report({ node, when }, 'missing', { role: role.resource.id, action })
      }
    }
  },
})

const rolesOf = (machine: Resource): Pick<RoleUse, 'role'>[] => {
  const path = machine.type === 'AWS::Serverless::StateMachine' ? 'Role' : 'RoleArn'
  return rolesAt(machine, path)
}

function actionsOf(state: State) {
  return workOf(state).flatMap((work) => {
    const action = isLambda(work)
      ? 'lambda:InvokeFunction'
      : work.kind === 'integration' && !work.isSdk
        ? NEEDS[`${work.service}:${work.action}`]
        : undefined
    return action ? [{ action, node: work.node, when: work.when }] : []
  })
}
