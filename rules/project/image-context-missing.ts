import { childOf, defineRule, type Node } from '#rule'
import { isBuilt } from './_built.ts'
import { join, localPath } from './_handlers.ts'

export default defineRule({
  id: 'project/image-context-missing',
  title: 'Dockerfile of an image function does not exist',
  severity: 'warning',
  on: ['AWS::Serverless::Function'],
  why: 'Building the application fails at a path that leads nowhere.',
  fix: 'Correct the paths: DockerContext starts from the folder of the template, Dockerfile from DockerContext.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-using-build.html',
      fact: 'Metadata names the context and the Dockerfile in it, from which sam build makes the image.',
    },
  ],
  messages: {
    context: 'DockerContext is "{path}", which is no folder beside the template; correct the path.',
    file: 'Dockerfile is "{path}", which {context} does not have; correct the path, which starts from DockerContext.',
  },
  check(resource, { report }) {
    const { project } = resource.template
    const metadata = resource.attribute('Metadata')?.value
    if (!project?.list('.')?.some((name) => project.typeOf(name) === 'folder')) return
    const context = textOf(childOf(metadata, 'DockerContext'))
    const file = textOf(childOf(metadata, 'Dockerfile'))
    const folder = localPath(context?.text ?? '.')
    if (!context || !folder || isBuilt(folder)) return
    const type = project.typeOf(folder)
    if (type === 'missing') report(context.node, 'context', { path: context.text })
    const path = localPath(file?.text ?? 'Dockerfile')
    if (type === 'folder' && file && path && project.typeOf(join(folder, path)) === 'missing')
      report(file.node, 'file', { path: file.text, context: context.text })
  },
})

function textOf(node: Node | undefined): { node: Node; text: string } | undefined {
  return node?.kind === 'scalar' && node.value !== null ? { node, text: node.text } : undefined
}
