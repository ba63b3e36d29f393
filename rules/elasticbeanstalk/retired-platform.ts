import { all, defineRule, matches } from '#rule'

export default defineRule({
  id: 'elasticbeanstalk/retired-platform',
  title: 'Platform has been retired',
  severity: 'warning',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'Elastic Beanstalk makes no new environments on a retired platform branch, and the note still shows some of them.',
  fix: 'Use a branch of Amazon Linux 2023; for several containers, ECS on Amazon Linux 2023.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/platforms/platforms-retiring.html',
      fact: 'All branches on the Amazon Linux AMI were retired on July 18, 2022.',
    },
  ],
  notes: ['001:265', '001:266', '001:267', '001:268', '002:1492', '002:1495', '002:1562', '002:2309', '002:2310', '002:2311'],
  check: all(
    matches('SolutionStackName', /^(?!(64|32)bit Amazon Linux 20\d\d\.\d\d )/, 'name a stack that is not on the retired Amazon Linux AMI'),
    matches(
      'PlatformArn',
      /^(?!.*platform\/.* running on (64|32)bit Amazon Linux\/)/,
      'name a platform that is not on the retired Amazon Linux AMI',
    ),
  ),
})
