import { all, defineRule, exclusive } from '#rule'

export default defineRule({
  id: 'elasticbeanstalk/platform-conflict',
  title: 'Environment takes one of solution stack, platform ARN and template',
  severity: 'error',
  on: ['AWS::ElasticBeanstalk::Environment'],
  why: 'Elastic Beanstalk rejects the environment.',
  fix: 'Keep one of them.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticbeanstalk-environment.html',
      fact: 'With SolutionStackName neither PlatformArn nor TemplateName is set.',
    },
  ],
  notes: [
    '000:430',
    '000:432',
    '001:265',
    '001:266',
    '001:267',
    '001:268',
    '002:1492',
    '002:1495',
    '002:1562',
    '002:2309',
    '002:2310',
    '002:2311',
  ],
  check: all(exclusive('SolutionStackName', 'PlatformArn'), exclusive('SolutionStackName', 'TemplateName')),
})
