import { defineRule, isPlaceholder, listOf, pipelineOf, string } from '#rule'
import { whenOfType } from './_actions.ts'

export default defineRule({
  id: 'codepipeline/malformed-template-path',
  title: 'Template path must be artifact::file with an input artifact',
  severity: 'error',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'The action finds no template.',
  fix: 'Write the name of an input artifact of the action, two colons, and the path of the file in it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-CloudFormation.html',
      fact: 'TemplatePath and TemplateConfiguration have the form artifact::file, where the artifact is an input of the action.',
    },
  ],
  notes: ['001:1111', '001:1112'],
  messages: {
    form: '{name} is "{path}"; it must be the name of an input artifact, "::" and a file.',
    artifact: '"{artifact}" is no input artifact of this action; {inputs}.',
  },
  check(resource, { report }) {
    for (const action of pipelineOf(resource).actions) {
      const inputs = [...new Set(action.inputs.names.map(({ value }) => value))]
      for (const when of whenOfType(action, 'Deploy', 'CloudFormation')) {
        for (const name of ['TemplatePath', 'TemplateConfiguration']) {
          for (const path of action.properties.under(when).known(`Configuration.${name}`, string)) {
            const [, artifact] = /^([\w-]+)::./.exec(path.value) ?? []
            if (isPlaceholder(path.value)) continue
            if (artifact === undefined) report(path, 'form', { name, path: path.value })
            else if (action.inputs.isComplete && !inputs.includes(artifact))
              report(path, 'artifact', { artifact, inputs: inputs.length ? `name ${listOf(inputs)}` : 'add it to InputArtifacts' })
          }
        }
      }
    }
  },
})
