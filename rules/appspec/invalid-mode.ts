import { childOf, defineRule, isNothing, isPlaceholder, isUnevaluated, kindName } from '#rule'
import { OCTAL } from './_octal.ts'
import { PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/invalid-mode',
  title: 'Permission mode must be one to four octal digits',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent refuses the whole AppSpec.',
  fix: 'Write the mode as digits from 0 to 7, for example 644 or "4755".',
  sources: [
    { url: PERMISSIONS, fact: 'mode is an integer of octal digits, of which a fourth one stands for setuid, setgid and sticky bit.' },
    {
      url: 'https://github.com/aws/aws-codedeploy-agent/blob/800eb28/lib/instance_agent/plugins/codedeploy/application_specification/mode_info.rb',
      fact: 'A mode of more than four characters or with other characters than 0 to 7 is refused.',
    },
  ],
  notes: ['000:357', '000:358', '000:359', '001:1098', '002:1207'],
  messages: {
    characters: '"mode" is "{value}" (CodeDeploy: "contains an invalid character ({character})"); write digits from 0 to 7 such as 644.',
    tooLong: '"mode" is "{value}" (CodeDeploy: "Permissions modes must be between one and four characters long"); write 1 to 4 digits.',
    collection: '"mode" is {kind}; write digits from 0 to 7 such as 644.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const mode = childOf(item, 'mode')
      if (!mode || isNothing(mode) || isUnevaluated(mode)) continue
      if (mode.kind !== 'scalar') {
        report(mode, 'collection', { kind: kindName(mode) })
        continue
      }
      const value = mode.text
      const character = /[^0-7]/.exec(value)?.[0]
      if (isPlaceholder(value) || (mode.style === 'plain' && OCTAL.test(value))) continue
      if (character) report(mode, 'characters', { value, character })
      else if (value.length > 4) report(mode, 'tooLong', { value })
    }
  },
})
