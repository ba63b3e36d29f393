import { closest, defineRule, pipelineOf, someOf, string, table } from '#rule'
import { whenOfType } from './_actions.ts'

const MODES = table<readonly string[]>({
  CREATE_UPDATE: ['TemplatePath', 'RoleArn'],
  CHANGE_SET_REPLACE: ['TemplatePath', 'RoleArn', 'ChangeSetName'],
  CHANGE_SET_EXECUTE: ['ChangeSetName'],
  DELETE_ONLY: ['RoleArn'],
  REPLACE_ON_FAILURE: ['TemplatePath', 'RoleArn'],
})

const CAPABILITIES = ['CAPABILITY_IAM', 'CAPABILITY_NAMED_IAM', 'CAPABILITY_AUTO_EXPAND']

export default defineRule({
  id: 'codepipeline/incomplete-cloudformation-action',
  title: 'CloudFormation action lacks settings for its mode',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'The action fails.',
  fix: 'Set what the mode needs: a change set for CHANGE_SET_*, a template and a role where a stack is changed.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html',
      fact: 'The modes of the action, the settings that each of them needs, and the capabilities.',
    },
  ],
  notes: ['001:1111', '001:1112'],
  messages: {
    mode: 'There is no ActionMode {mode}; use {modes}.',
    missing: 'The mode {mode} needs {key}; add it to the Configuration.',
    capability: 'There is no capability {one}; there are {known}.',
  },
  check(resource, { report }) {
    for (const action of pipelineOf(resource).actions) {
      for (const when of whenOfType(action, 'Deploy', 'CloudFormation')) {
        const properties = action.properties.under(when)
        for (const mode of properties.known('Configuration.ActionMode', string)) {
          const needs = MODES[mode.value]
          if (!needs && /^\w+$/.test(mode.value))
            report(mode, 'mode', { mode: mode.value, modes: someOf(Object.keys(MODES), 'or', closest(mode.value, Object.keys(MODES))) })
          const inMode = properties.under(mode.when)
          for (const key of needs ?? [])
            for (const absent of inMode.absent(`Configuration.${key}`))
              report({ node: mode.node, when: absent.when }, 'missing', { mode: mode.value, key })
        }
        for (const list of properties.known('Configuration.Capabilities', string))
          for (const one of list.value.split(',').map((word) => word.trim()))
            if (/^\w+$/.test(one) && !CAPABILITIES.includes(one)) report(list, 'capability', { one, known: someOf(CAPABILITIES, 'and') })
      }
    }
  },
})
