import { closest, defineRule, respell, string, table } from '#rule'
import { documentsOf } from './_documents.ts'

const AUTOMATION = [
  ...['approve', 'assertAwsResourceProperty', 'branch', 'changeInstanceState', 'copyImage', 'createImage', 'createStack', 'createTags'],
  ...['deleteImage', 'deleteStack', 'executeAutomation', 'executeAwsApi', 'executeScript', 'executeStateMachine', 'invokeLambdaFunction'],
  ...['invokeWebhook', 'loop', 'pause', 'runCommand', 'runInstances', 'sleep', 'updateVariable', 'waitForAwsResourceProperty'],
].map((name) => `aws:${name}`)
const COMMAND = [
  ...['applications', 'cloudWatch', 'configureDocker', 'configurePackage', 'domainJoin', 'downloadContent', 'psModule'],
  ...['refreshAssociation', 'runDockerAction', 'runDocument', 'runPowerShellScript', 'runShellScript', 'softwareInventory'],
  ...['updateAgent', 'updateSsmAgent'],
].map((name) => `aws:${name}`)
const ACTIONS: Readonly<Record<string, readonly [own: readonly string[], others: readonly string[], other: string]>> = table({
  Automation: [AUTOMATION, COMMAND, 'Command'],
  Command: [COMMAND, AUTOMATION, 'Automation'],
})

export default defineRule({
  id: 'ssm/unknown-document-action',
  title: 'A step of an SSM document has an action of its type of document',
  severity: 'error',
  on: ['AWS::SSM::Document'],
  fixes: 'safe',
  why: 'Systems Manager refuses the document, and the deployment fails.',
  fix: 'Write the action as the reference of the type of document spells it; an Automation runs commands with aws:runCommand.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-actions.html',
      fact: 'The actions of Automation documents.',
    },
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-command-ssm-plugin-reference.html',
      fact: 'The plugins of Command documents.',
    },
  ],
  messages: {
    misspelt: 'There is no action "{action}"; did you mean {near}?',
    other: '{action} is an action of {other} documents, and this one is of type {type}; use an action of its own.',
  },
  check(resource, { report }) {
    for (const { type, content } of documentsOf(resource)) {
      const [own, others, other] = ACTIONS[type ?? ''] ?? []
      if (!type || !own || !others || !other) continue
      for (const action of content.known('mainSteps.*.action', string)) {
        if (own.includes(action.value)) continue
        // Actions are added now and then: only one near a known one is surely a mistake.
        const near = closest(action.value, own)
        if (others.includes(action.value)) report(action, 'other', { action: action.value, type, other })
        else if (near) report(action, 'misspelt', { action: action.value, near }, respell(action, own))
      }
    }
  },
})
