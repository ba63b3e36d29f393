import { defineRule, replaceValue } from '#rule'
import { RESOURCES } from './_pages.ts'
import { portOf } from './_port.ts'

export default defineRule({
  id: 'appspec/quoted-container-port',
  title: 'ContainerPort is documented as a number',
  severity: 'info',
  on: ['appspec'],
  fixes: 'safe',
  why: 'CodeDeploy takes the text today, but nothing says that it must.',
  fix: 'Remove the quotes.',
  sources: [{ url: RESOURCES, fact: 'The type of ContainerPort is number.' }],
  messages: { quoted: '"ContainerPort" is the text "{value}"; it is documented as a number: remove the quotes.' },
  check(appspec, { report }) {
    for (const node of portOf(appspec))
      if (node.style !== 'plain' && /^\d+$/.test(node.text)) report(node, 'quoted', { value: node.text }, replaceValue(node, node.text))
  },
})
