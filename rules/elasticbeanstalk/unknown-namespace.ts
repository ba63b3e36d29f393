import { closest, defineRule, isPlaceholder } from '#rule'
import { optionsOf } from './_options.ts'

const NAMESPACES = [
  'aws:autoscaling:asg',
  'aws:autoscaling:launchconfiguration',
  'aws:autoscaling:scheduledaction',
  'aws:autoscaling:trigger',
  'aws:autoscaling:updatepolicy:rollingupdate',
  'aws:ec2:instances',
  'aws:ec2:vpc',
  'aws:elasticbeanstalk:application',
  'aws:elasticbeanstalk:application:environment',
  'aws:elasticbeanstalk:application:environmentsecrets',
  'aws:elasticbeanstalk:cloudwatch:logs',
  'aws:elasticbeanstalk:command',
  'aws:elasticbeanstalk:environment',
  'aws:elasticbeanstalk:healthreporting:system',
  'aws:elasticbeanstalk:hostmanager',
  'aws:elasticbeanstalk:managedactions',
  'aws:elasticbeanstalk:sqsd',
  'aws:elasticbeanstalk:trafficsplitting',
  'aws:elasticbeanstalk:xray',
  'aws:elb:loadbalancer',
  'aws:elbv2:loadbalancer',
  'aws:rds:dbinstance',
]

export default defineRule({
  id: 'elasticbeanstalk/unknown-namespace',
  title: 'Option namespace does not exist',
  severity: 'error',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'Elastic Beanstalk rejects the settings.',
  fix: 'Use a namespace of the reference; all of them begin with aws: and have colons between their parts.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
      fact: 'The namespaces of options, all of which begin with aws:.',
    },
  ],
  notes: ['000:434', '001:239', '001:240', '001:241', '001:246', '002:1501', '002:1502', '004:47'],
  messages: {
    near: 'There is no namespace "{value}"; did you mean "{near}"?',
    unknown: 'There is no namespace "{value}"; all namespaces begin with "aws:".',
  },
  check(environment, { report }) {
    for (const { namespace } of optionsOf(environment)) {
      const { value } = namespace
      if (value.startsWith('aws:') || isPlaceholder(value)) continue
      const plain = value.toLowerCase().replace(/^aws|[^a-z0-9]/g, '')
      const near = NAMESPACES.find((known) => known.slice(4).replaceAll(':', '') === plain) ?? closest(value, NAMESPACES)
      if (near) report(namespace, 'near', { value, near })
      else report(namespace, 'unknown', { value })
    }
  },
})
