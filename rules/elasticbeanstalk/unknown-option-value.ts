import { closest, defineRule, someOf, string, table } from '#rule'
import { optionsOf } from './_options.ts'

const VALUES = table<readonly string[]>({
  'aws:elasticbeanstalk:command DeploymentPolicy': ['AllAtOnce', 'Rolling', 'RollingWithAdditionalBatch', 'Immutable', 'TrafficSplitting'],
  'aws:elasticbeanstalk:command BatchSizeType': ['Percentage', 'Fixed'],
  'aws:elasticbeanstalk:environment EnvironmentType': ['SingleInstance', 'LoadBalanced'],
  'aws:elasticbeanstalk:environment LoadBalancerType': ['classic', 'application', 'network'],
  'aws:rds:dbinstance DBDeletionPolicy': ['Delete', 'Retain', 'Snapshot'],
})

export default defineRule({
  id: 'elasticbeanstalk/unknown-option-value',
  title: 'Beanstalk option has a value that does not exist',
  severity: 'error',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'Elastic Beanstalk rejects the settings.',
  fix: 'Use one of the values, in the case in which they are written; blue/green is a swap of CNAMEs, no deployment policy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
      fact: 'The values that each option takes.',
    },
  ],
  notes: [
    '000:438',
    '000:446',
    '000:448',
    '000:450',
    '000:452',
    '000:454',
    '001:239',
    '001:240',
    '001:241',
    '001:246',
    '001:261',
    '001:284',
    '001:285',
    '001:286',
    '001:287',
    '001:433',
    '001:435',
    '002:1501',
    '002:1502',
    '002:1503',
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
    unknown: '{name} cannot be "{value}"; use {known}.',
  },
  check(environment, { report }) {
    for (const { namespace, name, properties } of optionsOf(environment)) {
      const known = VALUES[`${namespace.value} ${name.value}`]
      if (!known) continue
      for (const value of properties.known('Value', string))
        if (!known.includes(value.value) && /^[\w/]+$/.test(value.value))
          report(value, 'unknown', { name: name.value, value: value.value, known: someOf(known, 'or', closest(value.value, known)) })
    }
  },
})
