import { defineRule, jointly } from '#rule'
import { optionsOf, valuesOf } from './_options.ts'

export default defineRule({
  id: 'elasticbeanstalk/traffic-splitting-without-alb',
  title: 'Traffic splitting needs an Application Load Balancer',
  severity: 'error',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'Elastic Beanstalk rejects the settings.',
  fix: 'Set LoadBalancerType to application, or use another policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features.rolling-version-deploy.html',
      fact: 'Traffic splitting works with an Application Load Balancer only.',
    },
  ],
  notes: ['000:450', '001:239', '001:246', '002:1512', '002:1516', '002:1518', '002:1520', '002:1522', '002:1524', '002:1526', '003:268'],
  messages: {
    other: 'TrafficSplitting needs the LoadBalancerType application, not {type}; change one of them.',
  },
  check(environment, { report }) {
    const options = optionsOf(environment)
    const types = valuesOf(options, 'aws:elasticbeanstalk:environment', 'LoadBalancerType')
    for (const policy of valuesOf(options, 'aws:elasticbeanstalk:command', 'DeploymentPolicy')) {
      if (policy.value !== 'TrafficSplitting') continue
      for (const type of types) {
        const when = jointly(policy.when, type.when)
        if (['classic', 'network'].includes(type.value) && when) report({ node: policy.node, when }, 'other', { type: type.value })
      }
    }
  },
})
