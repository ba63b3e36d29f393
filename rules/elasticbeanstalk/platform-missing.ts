import { defineRule, requiresOneOf } from '#rule'

export default defineRule({
  id: 'elasticbeanstalk/platform-missing',
  title: 'Environment has no platform',
  severity: 'warning',
  on: ['AWS::ElasticBeanstalk::Environment'],
  why: 'Elastic Beanstalk does not know what to run, and the environment is not created.',
  fix: 'Set SolutionStackName, PlatformArn or TemplateName.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_CreateEnvironment.html',
      fact: 'The platform of an environment comes from a solution stack, a platform ARN or a configuration template.',
    },
  ],
  notes: ['000:430', '000:432', '002:1492', '002:1495', '002:1562', '002:2309', '002:2310', '002:2311'],
  check: requiresOneOf('SolutionStackName', 'PlatformArn', 'TemplateName'),
})
