import { defineRule, string } from '#rule'
import { hooksOf } from './_hooks.ts'

export default defineRule({
  id: 'sam/hook-not-invocable',
  title: 'Hook function name must start with CodeDeployHook_',
  severity: 'warning',
  on: ['AWS::Serverless::Function'],
  why: 'The role that SAM makes for CodeDeploy may invoke only functions whose name starts so; the deployment fails at the hook.',
  fix: 'Set FunctionName of the hook to a name that starts with CodeDeployHook_, or give DeploymentPreference a Role of your own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/aws-managed-policy/latest/reference/AWSCodeDeployRoleForLambda.html',
      fact: 'Allows lambda:InvokeFunction on functions named CodeDeployHook_* only.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
      fact: 'The default permissions restrict hooks to names with that prefix.',
    },
  ],
  notes: ['000:370', '002:1715'],
  messages: {
    unnamed: '{hook} has no FunctionName, so that CodeDeploy may not invoke it; name it CodeDeployHook_….',
    name: '{hook} is named "{name}", which CodeDeploy may not invoke; let the name start with CodeDeployHook_.',
  },
  check(resource, { report }) {
    for (const { fact, function: hook } of hooksOf(resource)) {
      if (resource.facts('DeploymentPreference.Role').some((role) => role.state !== 'absent')) continue
      if (fact.state === 'absent') continue
      for (const name of hook.possible('FunctionName', string)) {
        const place = { node: fact.node, when: fact.when, related: [{ node: hook.body, message: hook.id }] }
        if (name.state === 'absent') report(place, 'unnamed', { hook: hook.id })
        else if (name.state === 'known' && !name.value.startsWith('CodeDeployHook_'))
          report(place, 'name', { hook: hook.id, name: name.value })
      }
    }
  },
})
