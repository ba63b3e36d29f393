import { closest, defineRule, pipelineOf, someOf } from '#rule'
import { whenOfType } from './_actions.ts'

const SETTINGS = ['NotificationArn', 'CustomData', 'ExternalEntityLink']

export default defineRule({
  id: 'codepipeline/unknown-approval-setting',
  title: 'Approval action has an unknown setting',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'CodePipeline rejects the pipeline.',
  fix: 'Use NotificationArn, CustomData and ExternalEntityLink.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/structure-configuration-examples.html',
      fact: 'A manual approval takes NotificationArn, ExternalEntityLink and CustomData.',
    },
  ],
  notes: ['000:386', '001:1109', '002:1164', '002:1171', '003:408'],
  cfnLint: ['E3703'],
  messages: {
    unknown: 'A manual approval has no setting "{key}"; use {known}.',
  },
  check(resource, { report }) {
    for (const action of pipelineOf(resource).actions) {
      for (const when of whenOfType(action, 'Approval', 'Manual')) {
        for (const configuration of action.properties.under(when).items('Configuration')) {
          if (configuration.isOpen) continue
          for (const { key } of configuration.entries)
            if (!SETTINGS.includes(key.text))
              report({ node: key, when: configuration.when }, 'unknown', {
                key: key.text,
                known: someOf(SETTINGS, 'or', closest(key.text, SETTINGS)),
              })
        }
      }
    }
  },
})
