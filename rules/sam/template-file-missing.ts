import { closest, defineRule } from '#rule'
import { baseOf, isDefaultName, isWritten, placeIn } from './_samconfig.ts'

export default defineRule({
  id: 'sam/template-file-missing',
  title: 'samconfig.toml names a template that does not exist',
  severity: 'warning',
  on: ['template'],
  why: 'The SAM CLI stops because it finds no template, although there is this one.',
  fix: 'Correct template_file in samconfig.toml.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html',
      fact: 'template_file names the template, from the folder of samconfig.toml.',
    },
  ],
  messages: {
    missing: '"{path}" does not exist, which samconfig.toml ({environment}) names as its template; this one is {name}.',
  },
  check(template, { report }) {
    const { project, kind } = template
    const name = baseOf(template.source.name)
    if (!project || kind !== 'sam') return
    for (const { environment, templates } of project.deployments?.() ?? []) {
      for (const path of new Set(templates)) {
        if (isWritten(path) || !/^[\w.-]+(\/[\w.-]+)*$/.test(path)) continue
        const isMeant = isDefaultName(name) || closest(baseOf(path), [name]) !== undefined
        if (isMeant && project.typeOf(path.replace(/^\.\//, '')) === 'missing')
          report(placeIn(template), 'missing', { environment, path, name })
      }
    }
  },
})
