import { closest, defineRule, isPlaceholder } from '#rule'
import { ASSISTANT, RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/unexpected-target-name',
  title: 'The resource of an ECS AppSpec is called TargetService',
  severity: 'warning',
  on: ['appspec'],
  why: 'AWS documents this one name, and its own checker knows no other; what CodeDeploy does with another is not documented.',
  fix: 'Call the resource TargetService.',
  sources: [
    { url: RESOURCES, fact: 'The resource of an ECS deployment stands under TargetService.' },
    { url: ASSISTANT, fact: "AWS's own checker reads the resource under that name." },
  ],
  messages: { misspelt: '"{name}" is not the documented name of the resource; write "TargetService".' },
  check(appspec, { report }) {
    if (appspec.platform !== 'ecs') return
    for (const { key } of appspec.targets) {
      if (!isPlaceholder(key.text) && closest(key.text, ['TargetService']) && key.text.toLowerCase() !== 'targetservice')
        report(key, 'misspelt', { name: key.text })
    }
  },
})
