import { defineRule, requires } from '#rule'

export default defineRule({
  id: 'sam/version-deletion-without-alias',
  title: 'VersionDeletionPolicy needs AutoPublishAlias',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'Versions are published only with AutoPublishAlias; without it there is none whose deletion could be decided, and the transform fails.',
  fix: 'Set AutoPublishAlias, or remove VersionDeletionPolicy.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'VersionDeletionPolicy requires AutoPublishAlias.',
    },
  ],
  check: requires('VersionDeletionPolicy', 'AutoPublishAlias'),
})
