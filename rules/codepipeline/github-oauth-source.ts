import { defineRule, pipelineOf } from '#rule'

export default defineRule({
  id: 'codepipeline/github-oauth-source',
  title: 'GitHub source uses the old OAuth action',
  severity: 'warning',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'The action needs the token of a person, with access to all repositories of that person, and AWS advises against it; the note shows it as the usual way.',
  fix: 'Use Owner AWS, Provider CodeStarSourceConnection and an AWS::CodeConnections::Connection.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/appendix-github-oauth.html',
      fact: 'The GitHub version 1 action works with OAuth tokens; AWS recommends the action with connections instead.',
    },
  ],
  notes: ['002:1170'],
  messages: {
    old: 'This GitHub action works with an OAuth token; use the provider CodeStarSourceConnection with a connection.',
  },
  check(resource, { report }) {
    for (const { types } of pipelineOf(resource).actions)
      for (const { category, owner, provider } of types)
        if (category.value === 'Source' && owner.value === 'ThirdParty' && provider.value === 'GitHub') report(provider, 'old')
  },
})
