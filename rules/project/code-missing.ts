import { childOf, closest, defineRule, string } from '#rule'
import { isBuilt } from './_built.ts'

export default defineRule({
  id: 'project/code-missing',
  title: 'Code or definition that a SAM resource names does not exist',
  severity: 'warning',
  on: [
    'AWS::Serverless::Api',
    'AWS::Serverless::Function',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::LayerVersion',
    'AWS::Serverless::StateMachine',
  ],
  why: 'Building or packaging the application fails at a path that leads nowhere.',
  fix: 'Correct the path, which starts from the folder of the template.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-codeuri',
      fact: 'A local path is relative to the template and is uploaded when the application is packaged.',
    },
  ],
  messages: {
    missing: '{name} is "{path}", which does not exist beside the template; correct the path.',
    misspelt: '{name} is "{path}", which does not exist; did you mean "{near}"?',
  },
  check(resource, { report }) {
    const { project } = resource.template
    // A build of its own may make the folder; a template without any folder beside it was taken out of its project.
    if (!project || resource.attribute('Metadata')) return
    if (!project.list('.')?.some((name) => project.typeOf(name) === 'folder')) return
    for (const name of ['CodeUri', 'ContentUri', 'DefinitionUri']) {
      if (!childOf(resource.node, name)) continue
      for (const uri of resource.known(name, string)) {
        // What a parameter gives is often filled in by a pipeline.
        if (uri.via) continue
        const path = uri.value.replace(/^\.\//, '').replace(/\/+$/, '')
        if (!/^[\w@.-]+(\/[\w@.-]+)*$/.test(path) || path.startsWith('..') || isBuilt(path) || project.typeOf(path) !== 'missing') continue
        const folder = path.replace(/[^/]*$/, '')
        const near = closest(path.slice(folder.length), project.list(folder || '.') ?? [])
        if (near) report(uri, 'misspelt', { name, path: uri.value, near: `${folder}${near}` })
        else report(uri, 'missing', { name, path: uri.value })
      }
    }
  },
})
