import { defineRule, knownText } from '#rule'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/invalid-alias',
  title: 'Alias must be the name of an alias, not a version',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy moves an alias from one version to another; Lambda has no alias of such a name.',
  fix: 'Write the name of an alias of the function, without the function and without a version.',
  sources: [
    { url: RESOURCES, fact: 'Alias is the name of an alias of the function.' },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html',
      fact: 'An alias has 1 to 128 letters, digits, hyphens and underscores, and is not a number.',
    },
  ],
  messages: {
    version: '"Alias" is "{value}", which is a version; write the name of the alias that is to be moved.',
    name: '"Alias" is "{value}"; the name of an alias has up to 128 letters, digits, hyphens and underscores.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'lambda') return
    for (const { properties } of appspec.targets) {
      const node = appspec.entry(properties, 'Alias')?.value
      const value = knownText(node)
      if (!node || !value) continue
      if (/^(\d+|\$LATEST)$/.test(value)) report(node, 'version', { value })
      else if (!/^[A-Za-z0-9_-]{1,128}$/.test(value)) report(node, 'name', { value })
    }
  },
})
