import { defineRule, jointly } from '#rule'
import { optionsOf, valuesOf } from './_options.ts'

export default defineRule({
  id: 'elasticbeanstalk/rolling-without-load-balancer',
  title: 'Rolling deployment needs a load-balanced environment',
  severity: 'warning',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'A single instance cannot be replaced in batches: the deployment does not go as the policy says.',
  fix: 'Use AllAtOnce or Immutable, or the EnvironmentType LoadBalanced.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html',
      fact: 'Environments of a single instance deploy all at once or immutably; rolling and traffic splitting need a load balancer.',
    },
  ],
  notes: [
    '000:446',
    '000:448',
    '000:450',
    '000:452',
    '000:454',
    '001:239',
    '001:246',
    '002:1512',
    '002:1516',
    '002:1518',
    '002:1520',
    '002:1522',
    '002:1524',
    '002:1526',
    '003:266',
    '003:268',
  ],
  messages: {
    single: '{policy} needs the EnvironmentType LoadBalanced, not SingleInstance; use AllAtOnce or Immutable.',
  },
  check(environment, { report }) {
    const options = optionsOf(environment)
    const types = valuesOf(options, 'aws:elasticbeanstalk:environment', 'EnvironmentType')
    for (const policy of valuesOf(options, 'aws:elasticbeanstalk:command', 'DeploymentPolicy')) {
      if (!['Rolling', 'RollingWithAdditionalBatch', 'TrafficSplitting'].includes(policy.value)) continue
      for (const type of types) {
        const when = jointly(policy.when, type.when)
        if (type.value === 'SingleInstance' && when) report({ node: policy.node, when }, 'single', { policy: policy.value })
      }
    }
  },
})
