import { atKey, both, canHold, defineRule, present } from '#rule'

export default defineRule({
  id: 'sam/provisioned-concurrency-without-alias',
  title: 'Provisioned concurrency needs AutoPublishAlias',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'Provisioned concurrency belongs to a version or an alias, never to the unpublished function; the transform fails.',
  fix: 'Set AutoPublishAlias on the function or in Globals.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-provisionedconcurrencyconfig',
      fact: 'ProvisionedConcurrencyConfig is applied to the alias of the function, so AutoPublishAlias must be set.',
    },
  ],
  notes: ['000:527', '001:730', '002:193', '002:195'],
  messages: { alias: 'ProvisionedConcurrencyConfig needs AutoPublishAlias, which {function} does not set.' },
  check(resource, { report }) {
    for (const config of present(resource, 'ProvisionedConcurrencyConfig')) {
      if (config.node.kind === 'mapping' && config.node.entries.length === 0) continue
      for (const without of resource.lacking('AutoPublishAlias')) {
        const when = both(config.when, without)
        if (canHold(when)) report(atKey(config, when), 'alias', { function: resource.id })
      }
    }
  },
})
