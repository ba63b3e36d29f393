import { defineRule, knownText } from '#rule'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/task-definition-not-arn',
  title: 'TaskDefinition must be a task definition ARN',
  severity: 'error',
  on: ['appspec'],
  why: 'ECS finds no task definition of that name, and the deployment fails.',
  fix: 'Write arn:aws:ecs:region:account:task-definition/family:revision, or <TASK_DEFINITION> for CodePipeline to fill in.',
  sources: [
    { url: RESOURCES, fact: 'TaskDefinition is the ARN of a task definition: arn:aws:ecs:region:account:task-definition/family:revision.' },
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/action-reference-ECSbluegreen.html',
      fact: 'CodePipeline replaces <TASK_DEFINITION> by the ARN of the revision that it registers.',
    },
  ],
  notes: ['002:1198', '002:1209'],
  messages: {
    arn: '"TaskDefinition" is the ARN "{value}", which is no task definition; write arn:aws:ecs:…:task-definition/family:revision.',
    blanks: '"TaskDefinition" is "{value}", in which no blanks can be; write arn:aws:ecs:…:task-definition/family:revision.',
  },
  check(appspec, { report }) {
    if (appspec.platform !== 'ecs') return
    for (const { properties } of appspec.targets) {
      const node = appspec.entry(properties, 'TaskDefinition')?.value
      const value = knownText(node)?.trim()
      if (!node || !value) continue
      if (/^arn:/.test(value) && !/^arn:[^:]*:ecs:.*:task-definition\/[^/]/.test(value)) report(node, 'arn', { value })
      else if (/\s/.test(value)) report(node, 'blanks', { value })
    }
  },
})
