import { defineRule, PSEUDO_PARAMETERS, wrap } from '#rule'
import { textsOutsideSub } from './_texts.ts'

const PSEUDO = new Set<string>(PSEUDO_PARAMETERS)

export default defineRule({
  id: 'intrinsic/pseudo-parameter-as-text',
  title: 'Pseudo parameter is written as plain text',
  severity: 'warning',
  on: ['template'],
  fixes: 'safe',
  why: 'The text is passed on as it is instead of the value.',
  fix: 'Write !Ref before it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html',
      fact: 'A pseudo parameter is read with Ref, as a parameter is.',
    },
  ],
  notes: ['002:1271'],
  cfnLint: ['W1054'],
  messages: {
    text: '"{name}" is text here; write !Ref {name} to get the value.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const { node, keys } of textsOutsideSub(template)) {
      const { text: name } = node
      if (!PSEUDO.has(name) || keys.includes('Condition') || keys.includes('Description')) continue
      report({ node, when: template.whenAt(node) }, 'text', { name }, wrap(node, 'Ref'))
    }
  },
})
