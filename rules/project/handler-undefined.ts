import { closest, defineRule } from '#rule'
import { extensionsOf, type Handler, handlersOf, join, type Language, type Target, targetOf } from './_handlers.ts'

/** What lets a module have names that are not written in it. */
const OPEN: Readonly<Record<Language, RegExp>> = {
  python: /\bimport\s*\*|\b(__getattr__|globals|exec|eval|setattr|importlib|__import__)\b/,
  node: /\bexport\s*\*|\bexports\s*=(?!\s*\{)|\bexports\s*\[|\bexports\s*=\s*\{[^}]*\.\.\.|__exportStar|\bObject\.(assign|defineProperty|defineProperties)\b|\beval\b/,
  ruby: /\b(require_relative|load|autoload|define_method|eval|instance_eval|class_eval|method_missing)\b/,
}

/** What a module defines where it can be called from outside. */
const DEFINITIONS: Readonly<Record<Language, RegExp>> = {
  python: /^(?:async\s+)?(?:def|class)\s+(\w+)|^(\w+)\s*[:=]/gm,
  node: /\bexports\.(\w+)\s*=|\bexport\s+(?:async\s+)?(?:function\*?|const|let|var|class)\s+(\w+)/g,
  ruby: /^\s*def\s+(?:self\.)?(\w+)/gm,
}

export default defineRule({
  id: 'project/handler-undefined',
  title: 'Function that the handler names does not exist in its file',
  severity: 'warning',
  on: ['AWS::Serverless::Function', 'AWS::Lambda::Function'],
  why: 'The function deploys, and every call fails because the module has nothing of that name.',
  fix: 'Correct the name behind the dot, or define and export the function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/python-handler.html',
      fact: 'What stands behind the last dot of the handler is the name of a function in the file.',
    },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html',
      fact: 'The function must be exported under the name that the handler has.',
    },
  ],
  messages: {
    missing: 'Handler is "{handler}", but {file} has nothing of the name "{name}"; correct the name or define it.',
    misspelt: 'Handler is "{handler}", but {file} has no "{name}"; did you mean "{near}"?',
  },
  check(resource, { report }) {
    for (const handler of handlersOf(resource)) {
      const target = targetOf(handler)
      if (!target || !/^\w+$/.test(target.name)) continue
      const found = sourceOf(handler, target)
      if (!found || OPEN[target.language].test(found.text) || new RegExp(`\\b${target.name}\\b`).test(found.text)) continue
      const names = [...found.text.matchAll(DEFINITIONS[target.language])].flatMap(([, one, other]) => one ?? other ?? [])
      const data = { handler: handler.fact.value, file: found.file, name: target.name }
      const near = closest(target.name, names)
      if (near) report(handler.fact, 'misspelt', { ...data, near })
      else report(handler.fact, 'missing', data)
    }
  },
})

/** The one file in which the handler is looked for. */
function sourceOf({ project, folder }: Handler, { language, module }: Target): { file: string; text: string } | undefined {
  const files = extensionsOf(language)
    .map((extension) => join(folder, module + extension))
    .filter((file) => project.typeOf(file) === 'file')
  const [file, ...others] = files
  const text = file && others.length === 0 ? project.read(file) : undefined
  return file && text !== undefined && text.trim() !== '' ? { file, text } : undefined
}
