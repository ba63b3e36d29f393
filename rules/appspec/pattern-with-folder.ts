import { childOf, defineRule, knownText } from '#rule'
import { PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/pattern-with-folder',
  title: 'Pattern and exceptions of a permission match names, not paths',
  severity: 'warning',
  on: ['appspec'],
  why: 'The agent compares the pattern with names directly below the object; one with a slash matches nothing.',
  fix: 'Name the folder as the object, and the files in it as the pattern.',
  sources: [
    { url: PERMISSIONS, fact: 'A pattern applies to what lies directly in the object; only ** goes further.' },
    {
      url: 'https://github.com/aws/aws-codedeploy-agent/issues/151',
      fact: 'An exception that holds a slash matches nothing, without a word.',
    },
    {
      url: 'https://github.com/aws/aws-codedeploy-agent/blob/800eb28/lib/instance_agent/plugins/codedeploy/application_specification/linux_permission_info.rb',
      fact: 'A name that holds a slash below the object matches no pattern but **.',
    },
  ],
  messages: {
    folder:
      '"{key}" is "{value}", which matches nothing: it is compared with names directly below the object. Name the folder as the object.',
    path: '"{key}" is "{value}", which matches nothing: it is compared with names directly below the object. Write "{name}".',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const object = knownText(childOf(item, 'object'))?.replace(/\/+$/, '')
      const except = childOf(item, 'except')
      const excepted = except?.kind === 'sequence' ? except.items : []
      for (const [key, node] of [['pattern', childOf(item, 'pattern')] as const, ...excepted.map((one) => ['except', one] as const)]) {
        const value = knownText(node)
        if (!node || !value?.replace(/\/$/, '').includes('/')) continue
        const name = object && value.startsWith(`${object}/`) ? value.slice(object.length + 1) : ''
        if (name && !name.includes('/')) report(node, 'path', { key, value, name })
        else report(node, 'folder', { key, value })
      }
    }
  },
})
