import { defineRule, isNothing, isPlaceholder, isUnevaluated, kindName } from '#rule'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/invalid-platform-version',
  title: 'PlatformVersion must be LATEST or a version of three numbers',
  severity: 'warning',
  on: ['appspec'],
  why: 'Fargate knows its platform versions by names such as 1.4.0; with another the service cannot be updated.',
  fix: 'Write LATEST, or a version such as "1.4.0".',
  sources: [
    { url: RESOURCES, fact: 'PlatformVersion is the platform version of the Fargate tasks; without it LATEST is used.' },
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/platform-fargate.html',
      fact: 'The platform versions are 1.0.0 to 1.4.0 on Linux and 1.0.0 on Windows.',
    },
  ],
  messages: {
    other: '"PlatformVersion" is "{value}"; write LATEST or a version such as "1.4.0".',
    collection: '"PlatformVersion" is {kind}; write LATEST or a version such as "1.4.0".',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'ecs') return
    for (const { properties } of appspec.targets) {
      const node = appspec.entry(properties, 'PlatformVersion')?.value
      if (!node || isNothing(node) || isUnevaluated(node)) continue
      if (node.kind !== 'scalar') report(node, 'collection', { kind: kindName(node) })
      else if (node.text !== '' && !/^(LATEST|\d+\.\d+\.\d+)$/.test(node.text) && !isPlaceholder(node.text))
        report(node, 'other', { value: node.text })
    }
  },
})
