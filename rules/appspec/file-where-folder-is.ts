import { childOf, defineRule, knownText } from '#rule'
import { AGENT_INSTRUCTIONS } from './_pages.ts'
import { baseName, isFileName, plainPath } from './_paths.ts'

export default defineRule({
  id: 'appspec/file-where-folder-is',
  title: 'An entry copies a file to where another makes a folder',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent refuses a path that is to be a file and a folder: the Install event fails.',
  fix: 'Change the destination of one of the two entries.',
  sources: [
    {
      url: AGENT_INSTRUCTIONS,
      fact: 'A copy to a path for which a folder is made, and a folder where a file is copied to, raise an error of their own.',
    },
  ],
  messages: {
    clash:
      '"destination" makes a folder of {path}, to where "{source}" is copied as a file (CodeDeploy: "more than once for the same destination path"); change one of the two.',
  },
  check(appspec, { report }) {
    const entries = appspec.files.flatMap((item) => {
      const node = childOf(item, 'destination')
      const [source, destination] = [knownText(childOf(item, 'source'))?.trim(), knownText(node)]
      return node && source && destination ? [{ node, source, folder: plainPath(destination) }] : []
    })
    for (const { node, folder } of entries) {
      for (const { source, folder: other } of entries) {
        const path = `${other}/${baseName(source)}`
        if (isFileName(source) && `${folder}/`.startsWith(`${path}/`)) report(node, 'clash', { path, source })
      }
    }
  },
})
