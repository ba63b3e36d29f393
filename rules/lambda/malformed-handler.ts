import { both, canHold, defineRule, string, table } from '#rule'

/** What is certainly the extension of a file and no name of a function. */
const EXTENSIONS: Readonly<Record<string, readonly string[]>> = table({ nodejs: ['js', 'mjs', 'cjs', 'ts'], python: ['py'], ruby: ['rb'] })

export default defineRule({
  id: 'lambda/malformed-handler',
  title: 'A handler must fit its runtime',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'The function deploys and fails at its first call: the module or the function is not found.',
  fix: 'Write file.function: the file without its extension, with its folders, then a dot and the name of the function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/foundation-progmodel.html',
      fact: 'The handler of Node.js, Python and Ruby names a file without extension and a function in it.',
    },
  ],
  notes: ['002:227', '002:2317'],
  messages: {
    function: 'Handler is "{value}", which names no function; write file.function.',
    extension: 'Handler is "{value}"; leave out the extension .{extension} of the file.',
  },
  check(fn, { report }) {
    // A wrapper or an extension can read the handler in its own way.
    if (fn.facts('Environment.Variables.AWS_LAMBDA_EXEC_WRAPPER').some(({ state }) => state !== 'absent')) return
    for (const runtime of fn.known('Runtime', string)) {
      const extensions = Object.entries(EXTENSIONS).find(([family]) => runtime.value.startsWith(family))?.[1]
      if (!extensions) continue
      for (const handler of fn.known('Handler', string)) {
        const when = both(runtime.when, handler.when)
        if (!canHold(when) || handler.value === '' || handler.value.includes('$')) continue
        const parts = (handler.value.split('/').pop() as string).split('.')
        const extension = parts.slice(1).find((part) => extensions.includes(part))
        const place = { node: handler.node, when }
        if (parts.length === 1) report(place, 'function', { value: handler.value })
        else if (extension) report(place, 'extension', { value: handler.value, extension })
      }
    }
  },
})
