import { callOf, closest, defineRule, GLOBALS_SECTIONS, listOf, nounOf, respell } from '#rule'

export default defineRule({
  id: 'sam/unknown-globals-section',
  title: 'Globals has a section for each of eight kinds of resources',
  severity: 'error',
  on: ['template'],
  fixes: 'safe',
  why: 'The serverless transform stops at the first section of Globals that it does not know, and nothing is deployed.',
  fix: 'Correct the name of the section; it is the last part of the type, in the singular.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html',
      fact: 'Globals has sections for a fixed list of SAM resource types, each a map of properties.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/plugins/globals/globals.py',
      fact: 'The translator raises "Globals section is invalid" for any other key and for a value that is no map.',
    },
  ],
  notes: ['000:185', '002:1402'],
  cfnLint: ['E3724'],
  messages: {
    misspelt: 'Globals has no section "{name}"; did you mean "{near}"?',
    unknown: 'Globals has no section "{name}"; its sections are {sections}.',
    notMap: '{name} is {noun}; it must be a map.',
  },
  check(template, { report }) {
    const globals = template.section('Globals')?.value
    if (!globals || template.kind !== 'sam' || template.isRewritten) return
    if (globals.kind !== 'mapping') {
      report(globals, 'notMap', { name: 'Globals', noun: nounOf(globals) })
      return
    }
    for (const { key, value } of globals.entries) {
      const name = key.text
      if (name === 'Fn::Transform') continue
      if (!GLOBALS_SECTIONS.includes(name)) {
        const near = closest(name, GLOBALS_SECTIONS)
        if (near) report(key, 'misspelt', { name, near }, respell(key, GLOBALS_SECTIONS))
        else report(key, 'unknown', { name, sections: listOf(GLOBALS_SECTIONS, 'and') })
      } else if (value.kind !== 'mapping' && !callOf(value)) report(value, 'notMap', { name: `Globals.${name}`, noun: nounOf(value) })
    }
  },
})
