import { atKey, boolean, both, canHold, defineRule, present } from '#rule'

export default defineRule({
  id: 'sam/state-machine-alias-missing',
  title: 'Deployments of a state machine need AutoPublishAlias',
  severity: 'error',
  on: ['AWS::Serverless::StateMachine'],
  why: 'Traffic is shifted, and events are pointed, at an alias; without one the transform fails.',
  fix: 'Set AutoPublishAlias.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-statemachine.html#sam-statemachine-deploymentpreference',
      fact: 'DeploymentPreference and UseAliasAsEventTarget rest on AutoPublishAlias.',
    },
  ],
  messages: {
    alias: '{name} needs AutoPublishAlias, which is not set.',
  },
  check(resource, { report }) {
    for (const without of resource.lacking('AutoPublishAlias')) {
      for (const preference of present(resource, 'DeploymentPreference')) {
        const when = both(preference.when, without)
        if (canHold(when)) report(atKey(preference, when), 'alias', { name: 'DeploymentPreference' })
      }
      for (const use of resource.known('UseAliasAsEventTarget', boolean)) {
        const when = both(use.when, without)
        if (use.value && canHold(when)) report({ node: use.node, when }, 'alias', { name: 'UseAliasAsEventTarget' })
      }
    }
  },
})
