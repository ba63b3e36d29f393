import { defineRule, range } from '#rule'

export default defineRule({
  id: 'appsync/cache-ttl-out-of-range',
  title: 'The API cache lives 1 to 3600 seconds',
  severity: 'error',
  on: ['AWS::AppSync::ApiCache'],
  why: 'AppSync rejects the cache.',
  fix: 'Use 1 to 3600 seconds.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-appsync-apicache.html',
      fact: 'Entries live 1 to 3,600 seconds.',
    },
  ],
  notes: ['000:799'],
  check: range('Ttl', { min: 1, max: 3600, unit: 'seconds' }),
})
