import { defineRule, HOOK_EVENTS, knownText } from '#rule'
import { deployedFunctions, functionName } from './_functions.ts'

export default defineRule({
  id: 'appspec/hook-function-prefix',
  title: 'Hook function is outside of what the managed role may invoke',
  severity: 'info',
  on: ['appspec'],
  why: 'A service role with AWSCodeDeployRoleForLambda or AWSCodeDeployRoleForECS may invoke functions named CodeDeployHook_… only.',
  fix: 'Begin the name with CodeDeployHook_, or allow the service role to invoke the function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/managed-policies.html',
      fact: 'The managed policies allow lambda:InvokeFunction on functions whose names begin with CodeDeployHook_.',
    },
  ],
  messages: {
    prefix:
      '"{name}" is not named CodeDeployHook_…, so that the managed policy does not allow CodeDeploy to invoke it; rename it, or allow it in the service role.',
  },
  check(appspec, { report }) {
    const { platform } = appspec
    if (platform !== 'lambda' && platform !== 'ecs') return
    // A function that must not be a hook needs no other name.
    const deployed = deployedFunctions(appspec)
    for (const { key, value } of appspec.hooks) {
      const name = functionName(knownText(value) ?? '')
      if (name && !deployed.has(name) && HOOK_EVENTS[platform].includes(key.text) && !name.startsWith('CodeDeployHook_'))
        report(value, 'prefix', { name })
    }
  },
})
