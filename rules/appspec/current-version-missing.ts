import { defineRule, TARGET_PROPERTIES, textOf } from '#rule'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/current-version-missing',
  title: 'Lambda AppSpec has no CurrentVersion',
  severity: 'warning',
  on: ['appspec'],
  why: 'The reference calls CurrentVersion required: it says from which version the traffic is shifted.',
  fix: 'Write the version to which the alias points now.',
  sources: [
    { url: RESOURCES, fact: 'CurrentVersion is listed as required.' },
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/application-revisions-appspec-file.html',
      fact: 'The template of an AppSpec for Lambda calls it optional.',
    },
  ],
  notes: ['000:361', '002:1198', '002:1208', '003:455'],
  messages: {
    missing: '"CurrentVersion" is missing; write the version to which the alias points now.',
    misspelt: '"{key}" is not read; write "CurrentVersion".',
    empty: '"CurrentVersion" is empty; write the version to which the alias points now.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'lambda') return
    for (const { key: name, properties } of appspec.targets) {
      if (!properties || properties.entries.length === 0) continue
      const value = appspec.entry(properties, 'CurrentVersion')?.value
      const key = appspec.standIn(properties, 'CurrentVersion', TARGET_PROPERTIES.lambda)
      if (key) report(key, 'misspelt', { key: key.text })
      else if (!value) report(name, 'missing')
      else if (value.kind === 'scalar' && textOf(value) === undefined) report(value, 'empty')
    }
  },
})
