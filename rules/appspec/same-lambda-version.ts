import { defineRule, knownText } from '#rule'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/same-lambda-version',
  title: 'Current and target version are the same',
  severity: 'warning',
  on: ['appspec'],
  why: 'There is nothing to shift: the deployment does nothing, and the new code is not used.',
  fix: 'Publish a version of the new code and write its number as TargetVersion.',
  sources: [
    { url: RESOURCES, fact: 'CurrentVersion is the version that gets the traffic now, TargetVersion the one to which it is shifted.' },
  ],
  notes: ['000:361', '000:370', '002:1198', '002:1208', '003:455'],
  messages: {
    same: '"TargetVersion" is {value}, as "CurrentVersion" is, so that no traffic is shifted; write the version to be deployed.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'lambda') return
    for (const { properties } of appspec.targets) {
      const target = appspec.entry(properties, 'TargetVersion')?.value
      const value = knownText(target)?.trim()
      const current = knownText(appspec.entry(properties, 'CurrentVersion')?.value)?.trim()
      if (target && value && /^\d+$/.test(value) && current === value) report(target, 'same', { value })
    }
  },
})
