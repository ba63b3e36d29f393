import { childOf, defineRule, isNothing, knownText } from '#rule'
import { AGENT_INSTALLER, PERMISSIONS } from './_pages.ts'
import { baseName, isFileName, plainPath } from './_paths.ts'

export default defineRule({
  id: 'appspec/pattern-on-file',
  title: 'Pattern and except do not apply to a single file',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent fails the Install event when an object that is itself a copied file has a pattern or an exception.',
  fix: 'Remove pattern and except, or name the folder as the object.',
  sources: [
    { url: PERMISSIONS, fact: 'pattern and except choose among the files of a folder.' },
    { url: AGENT_INSTALLER, fact: 'Permissions of a copied file are validated: a pattern other than ** or an exception is refused.' },
  ],
  notes: ['001:1098', '002:1207'],
  messages: {
    pattern: '"pattern" cannot choose within the file "{object}" (CodeDeploy: "includes an object … with an invalid pattern"); remove it.',
    except:
      '"except" cannot choose within the file "{object}" (CodeDeploy: "the except parameter … contains an invalid format"); remove it.',
  },
  check(appspec, { report }) {
    const copied = new Set<string>()
    for (const item of appspec.files) {
      const [source, destination] = [knownText(childOf(item, 'source')), knownText(childOf(item, 'destination'))]
      if (source && destination && isFileName(source)) copied.add(plainPath(`${destination}/${baseName(source)}`))
    }
    for (const item of appspec.permissions) {
      const object = knownText(childOf(item, 'object'))
      const type = childOf(item, 'type')
      const isForFiles =
        type?.kind === 'sequence' ? type.items.some((one) => one.kind === 'scalar' && one.text === 'file') : !type || isNothing(type)
      if (!object || !copied.has(plainPath(object)) || !isForFiles) continue
      const [pattern, except] = [childOf(item, 'pattern'), childOf(item, 'except')]
      if (pattern && knownText(pattern) && knownText(pattern) !== '**') report(pattern, 'pattern', { object })
      if (except?.kind === 'sequence' && except.items.length > 0) report(except, 'except', { object })
    }
  },
})
