import { childOf, closest, defineRule, type Resource } from '#rule'
import { extensionsOf, folderOf, type Handler, handlersOf, hasBuildStep, join, namesAround, type Target, targetOf } from './_handlers.ts'

export default defineRule({
  id: 'project/handler-file-missing',
  title: 'File that the handler names does not exist',
  severity: 'warning',
  on: ['AWS::Serverless::Function', 'AWS::Lambda::Function'],
  why: 'The function deploys, and every call fails because its module cannot be imported.',
  fix: 'Correct the handler, which starts from the folder of the code, or the folder.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html',
      fact: 'The handler is the name of the file and of the function in it, joined by a dot.',
    },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
      fact: 'index.handler is the function handler in index.js or index.mjs.',
    },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/java-handler.html',
      fact: 'The handler is the package and class, and :: with the method.',
    },
  ],
  notes: ['002:227', '002:2317'],
  messages: {
    missing: 'Handler is "{handler}", but {folder} has no {file}; correct the handler or the folder of the code.',
    misspelt: 'Handler is "{handler}", but {folder} has no {file}; did you mean "{near}"?',
  },
  check(resource, { report }) {
    for (const handler of handlersOf(resource)) {
      const { fact, folder } = handler
      const place = { handler: fact.value, folder: folder === '.' ? 'the folder of the template' : folder }
      if (/^java/.test(handler.runtime)) {
        const file = missingClass(handler)
        if (file) report(fact, 'missing', { ...place, file })
        continue
      }
      const target = targetOf(handler)
      const around = target && namesAround(handler, target.module)
      if (!target || !around || isThere(around.names, around.base) || comesFromElsewhere(handler, target, around.names, resource)) continue
      const extensions = extensionsOf(target.language)
      const modules = around.names.flatMap((name) =>
        extensions.filter((end) => name.endsWith(end)).map((end) => name.slice(0, -end.length)),
      )
      const near = closest(around.base, modules)
      const file = `${target.module}${extensions[0]}`
      const before = fact.value.slice(0, fact.value.length - target.name.length - around.base.length - 1)
      if (near) report(fact, 'misspelt', { ...place, file, near: `${before}${near}.${target.name}` })
      else report(fact, 'missing', { ...place, file })
    }
  },
})

/** A file of that name in whatever form, or a package. */
const isThere = (names: readonly string[], base: string): boolean => names.some((name) => name === base || name.startsWith(`${base}.`))

/** Whether a package or a build may bring the file, or the template was taken out of its project. */
function comesFromElsewhere(handler: Handler, { language, module }: Target, around: readonly string[], resource: Resource): boolean {
  const { project, folder } = handler
  const sources = [...(project.list(folder) ?? []), ...around]
  if (!sources.some((name) => extensionsOf(language).some((extension) => name.endsWith(extension)))) return true
  if (language === 'node') return hasBuildStep(handler) || module.startsWith('node_modules/')
  if (folderOf(resource) === undefined || childOf(resource.node, 'InlineCode')) return true
  if (language !== 'python') return false
  const [top = ''] = module.split('/')
  const plain = (text: string): string => text.toLowerCase().replace(/[-_.]/g, '')
  return ['requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py', 'setup.cfg'].some((name) =>
    plain(project.read(join(folder, name)) ?? '').includes(plain(top)),
  )
}

/** The file of a Java class whose package is there and which is not; undefined where that cannot be told. */
function missingClass({ fact, project, folder }: Handler): string | undefined {
  const [name = ''] = fact.value.split('::')
  const path = name.replaceAll('.', '/').replace(/\$.*$/, '')
  const slash = path.lastIndexOf('/')
  const base = path.slice(slash + 1)
  if (slash < 0) return undefined
  const source = join(folder, 'src/main')
  const languages = project.typeOf(source) === 'folder' ? (project.list(source) ?? []) : []
  const folders = languages
    .map((language) => join(source, `${language}/${path.slice(0, slash)}`))
    .filter((one) => project.typeOf(one) === 'folder')
  if (folders.length === 0) return undefined
  // Files of Kotlin and Scala hold classes of any name.
  const names = folders.flatMap((one) => project.list(one) ?? [])
  if (names.some((one) => one.startsWith(`${base}.`) || /\.(kt|scala|groovy)$/.test(one))) return undefined
  return `${join('src/main/java', path)}.java`
}
