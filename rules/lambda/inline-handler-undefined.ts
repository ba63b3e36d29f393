import { both, canHold, defineRule, string } from '#rule'
import { pathFor } from './_function.ts'

export default defineRule({
  id: 'lambda/inline-handler-undefined',
  title: 'The inline code must define the handler function',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'The function deploys and fails whenever it is called.',
  fix: 'Let Handler name a function that the code defines.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/foundation-progmodel.html',
      fact: 'The handler names the function that Lambda calls in the file.',
    },
  ],
  notes: ['001:79', '002:1684', '002:1685', '004:379'],
  messages: {
    undefined: 'The code defines no {name}, which Handler names; name one that it defines.',
  },
  check(fn, { report }) {
    for (const code of fn.known(pathFor(fn, 'inlineCode'), string)) {
      for (const handler of fn.under(code.when).known('Handler', string)) {
        const [, name] = /^index\.([A-Za-z_]\w*)$/.exec(handler.value) ?? []
        for (const runtime of name ? fn.under(handler.when).known('Runtime', string) : []) {
          const when = both(handler.when, runtime.when)
          if (canHold(when) && name && !defines(code.value, name, runtime.value))
            report({ node: handler.node, when }, 'undefined', { name })
        }
      }
    }
  },
})

/** Whether the code may define the name; what is read in another way counts. */
function defines(code: string, name: string, runtime: string): boolean {
  if (/[{][{<]|\$\{/.test(code) && !runtime.startsWith('nodejs')) return true
  if (runtime.startsWith('python'))
    return new RegExp(
      `(\\bdef|\\bclass|\\bimport|\\bas)\\s+${name}\\b|\\b${name}\\s*[=:,]|,\\s*${name}\\b|import\\s*[(*]|\\bexec\\b|globals`,
    ).test(code)
  if (runtime.startsWith('nodejs'))
    return new RegExp(
      `exports?\\s*[.[]['"]?\\s*${name}\\b|module\\.exports|\\bexport\\b|Object\\.(assign|defineProperty)\\(\\s*exports|exports\\[`,
    ).test(code)
  return true
}
