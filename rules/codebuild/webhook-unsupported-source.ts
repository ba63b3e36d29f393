import { boolean, defineRule, string, together } from '#rule'

export default defineRule({
  id: 'codebuild/webhook-unsupported-source',
  title: 'Webhooks need a Git host as source',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'Only GitHub, GitLab and Bitbucket can call a webhook; CodeBuild refuses it for other sources.',
  fix: 'Remove Triggers, or use an event rule of EventBridge that starts the build.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/webhooks.html',
      fact: 'Webhooks are for GitHub, GitHub Enterprise, GitLab and Bitbucket.',
    },
  ],
  notes: ['002:1187', '002:2355'],
  messages: { unsupported: 'A source of the type {type} has no webhooks; remove Triggers, or start builds by an EventBridge rule.' },
  check(project, { report }) {
    for (const [webhook, type] of together(project.known('Triggers.Webhook', boolean), project.known('Source.Type', string))) {
      if (webhook.value && /^(CODECOMMIT|CODEPIPELINE|S3|NO_SOURCE)$/.test(type.value))
        report({ node: webhook.node, when: webhook.when }, 'unsupported', { type: type.value })
    }
  },
})
