import { defineRule, number } from '#rule'
import { api } from './_project.ts'

const LIMITS = [
  ['TimeoutInMinutes', 2160],
  ['QueuedTimeoutInMinutes', 480],
] as const

export default defineRule({
  id: 'codebuild/timeout-out-of-range',
  title: 'Build timeout must be 5 to 2,160 minutes, queue timeout 5 to 480',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project.',
  fix: 'Use 5 to 2160 minutes for the build, 5 to 480 minutes for the queue.',
  sources: [{ url: api('CreateProject'), fact: 'timeoutInMinutes is 5 to 2160 (36 hours), queuedTimeoutInMinutes 5 to 480.' }],
  notes: ['002:2345', '002:2357'],
  cfnLint: ['E3034'],
  messages: { range: '{property} is {value} minutes; it must be 5 to {max}.' },
  check(project, { report }) {
    for (const [property, max] of LIMITS) {
      for (const fact of project.known(property, number)) {
        if (fact.value < 5 || fact.value > max) report(fact, 'range', { property, value: fact.value, max })
      }
    }
  },
})
