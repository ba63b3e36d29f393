import { childOf, defineRule, knownText } from '#rule'
import { AGENT_INSTALLER, PERMISSIONS } from './_pages.ts'
import { plainPath } from './_paths.ts'

export default defineRule({
  id: 'appspec/permission-outside-files',
  title: 'Permission object is not among the deployed files',
  severity: 'info',
  on: ['appspec'],
  why: 'Permissions are set on files of this deployment only: an entry for other paths is passed over without a word.',
  fix: 'Name a destination of `files`, or a path below one.',
  sources: [
    { url: PERMISSIONS, fact: 'Permissions apply to what is copied to the instance by the deployment.' },
    { url: AGENT_INSTALLER, fact: 'An object that is neither a copied file nor a folder is skipped.' },
  ],
  notes: ['001:1098'],
  messages: {
    outside: '"{object}" is neither a destination of "files" nor near one, so that nothing is set; name a path that is deployed.',
  },
  check(appspec, { report }) {
    const destinations = appspec.files.map((item) => knownText(childOf(item, 'destination')))
    if (destinations.length === 0) return
    for (const item of appspec.permissions) {
      const node = childOf(item, 'object')
      const object = knownText(node)
      if (!node || !object) continue
      const isNear = destinations.some((destination) => !destination || isWithin(object, destination) || isWithin(destination, object))
      if (!isNear) report(node, 'outside', { object })
    }
  },
})

const isWithin = (path: string, folder: string): boolean => `${plainPath(path)}/`.startsWith(`${plainPath(folder)}/`.replace(/^\/\/$/, '/'))
