import { defineRule, knownText } from '#rule'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/invalid-lambda-version',
  title: 'Lambda versions must be positive whole numbers',
  severity: 'error',
  on: ['appspec'],
  why: 'An alias shares its traffic between published versions only; $LATEST is none.',
  fix: 'Publish a version and write its number.',
  sources: [
    { url: RESOURCES, fact: 'CurrentVersion and TargetVersion are versions of the function.' },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html',
      fact: 'The two versions of an alias must both be published; an alias cannot shift traffic to $LATEST.',
    },
  ],
  notes: ['000:361', '000:370', '002:1198', '002:1208', '003:455'],
  messages: {
    latest: '"{name}" is $LATEST, to which no traffic can be shifted; publish a version and write its number.',
    other: '"{name}" is "{value}"; write the number of a published version.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'lambda') return
    for (const { properties } of appspec.targets) {
      for (const name of ['CurrentVersion', 'TargetVersion']) {
        const node = appspec.entry(properties, name)?.value
        const value = knownText(node)?.trim()
        if (!node || !value || /^[1-9]\d*$/.test(value)) continue
        if (value === '$LATEST') report(node, 'latest', { name })
        else report(node, 'other', { name, value })
      }
    }
  },
})
