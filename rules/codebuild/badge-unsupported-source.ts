import { boolean, defineRule, string, together } from '#rule'

export default defineRule({
  id: 'codebuild/badge-unsupported-source',
  title: 'Build badges need a repository as source',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild refuses the project.',
  fix: 'Remove BadgeEnabled, or build from the repository itself.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/sample-build-badges.html',
      fact: 'There are no badges for sources in S3, nor for builds of a pipeline, whose source comes from S3 as well.',
    },
    { url: 'https://github.com/aws/aws-cdk/issues/1749', fact: 'A pipeline project with a badge fails to deploy.' },
  ],
  messages: { unsupported: 'A source of the type {type} has no build badges; remove BadgeEnabled.' },
  check(project, { report }) {
    for (const [badge, type] of together(project.known('BadgeEnabled', boolean), project.known('Source.Type', string))) {
      if (badge.value && /^(CODEPIPELINE|S3)$/.test(type.value))
        report({ node: badge.node, when: badge.when }, 'unsupported', { type: type.value })
    }
  },
})
