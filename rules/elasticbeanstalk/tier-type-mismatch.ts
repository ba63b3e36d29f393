import { defineRule, string, table, together } from '#rule'

const TYPES = table({ WebServer: 'Standard', Worker: 'SQS/HTTP' })

export default defineRule({
  id: 'elasticbeanstalk/tier-type-mismatch',
  title: 'Tier name and type must belong together',
  severity: 'error',
  on: ['AWS::ElasticBeanstalk::Environment'],
  why: 'Elastic Beanstalk rejects the environment.',
  fix: 'Use WebServer with Standard, or Worker with SQS/HTTP.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-elasticbeanstalk-environment-tier.html',
      fact: 'The type is Standard for WebServer and SQS/HTTP for Worker.',
    },
  ],
  notes: ['000:428', '001:247', '001:248', '001:252', '001:253', '001:254', '002:1498', '002:1499', '002:1500'],
  messages: {
    mismatch: 'The tier {name} has the type {wanted}, not "{type}".',
    unknown: 'There is no tier "{name}"; use WebServer or Worker.',
  },
  check(environment, { report }) {
    for (const [type, name] of together(environment.known('Tier.Type', string), environment.known('Tier.Name', string))) {
      const wanted = TYPES[name.value]
      if (wanted && type.value !== wanted) report(type, 'mismatch', { name: name.value, type: type.value, wanted })
    }
    for (const name of environment.known('Tier.Name', string)) if (!TYPES[name.value]) report(name, 'unknown', { name: name.value })
  },
})
