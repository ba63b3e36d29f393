import { defineRule } from '#rule'
import { hooksOf } from './_hooks.ts'

export default defineRule({
  id: 'sam/hook-deployed-gradually',
  title: 'Hook function is itself deployed gradually',
  severity: 'warning',
  on: ['AWS::Serverless::Function'],
  why: 'Each deployment of the hook would wait for the hook itself: usually it has inherited the preference from Globals.',
  fix: 'Set DeploymentPreference.Enabled to false on the hook function.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
      fact: 'The hook functions of the examples switch their own deployment preference off.',
    },
  ],
  notes: ['002:1715'],
  messages: { gradual: '{hook} is a hook of its own deployment; set DeploymentPreference.Enabled to false on it.' },
  check(resource, { report }) {
    for (const hook of hooksOf(resource)) {
      if (hook.function !== resource) continue
      report(resource.body, 'gradual', { hook: resource.id })
      return
    }
  },
})
