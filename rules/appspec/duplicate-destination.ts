import { childOf, defineRule, inRevision, knownText } from '#rule'
import { AGENT_INSTRUCTIONS } from './_pages.ts'
import { baseName, isFileName, plainPath } from './_paths.ts'

export default defineRule({
  id: 'appspec/duplicate-destination',
  title: 'Two files entries write the same file',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent copies no file twice: the Install event fails.',
  fix: 'Remove one of the entries, or give it another destination.',
  sources: [
    { url: AGENT_INSTRUCTIONS, fact: 'A second copy to one path raises "specifies two source files named … for the same destination".' },
  ],
  notes: ['001:1097', '002:1204', '002:1207'],
  messages: {
    same: '"{source}" is copied to "{destination}" twice (CodeDeploy: "specifies two source files … for the same destination"); remove one of the entries.',
    clash:
      '"{source}" and "{other}" are both copied to "{target}" (CodeDeploy: "specifies two source files … for the same destination"); remove one, or change its destination.',
  },
  check(appspec, { report }) {
    const seen: { source: string; destination: string }[] = []
    for (const item of appspec.files) {
      const node = childOf(item, 'source')
      const [source, destination] = [knownText(node), knownText(childOf(item, 'destination'))]
      if (!node || !source || !destination) continue
      const other = seen.find((one) => plainPath(one.destination) === plainPath(destination) && clash(one.source, source))
      const isSame = other && inRevision(other.source) === inRevision(source)
      if (isSame) report(node, 'same', { source, destination })
      else if (other) report(node, 'clash', { source, other: other.source, target: `${plainPath(destination)}/${baseName(source)}` })
      seen.push({ source, destination })
    }

    function clash(a: string, b: string): boolean {
      if (inRevision(a) === inRevision(b)) return true
      return isFile(a) && isFile(b) && baseName(a) === baseName(b)
    }

    function isFile(path: string): boolean {
      const type = appspec.project?.typeOf(inRevision(path) ?? '')
      return type === undefined || type === 'missing' ? isFileName(path) : type === 'file'
    }
  },
})
