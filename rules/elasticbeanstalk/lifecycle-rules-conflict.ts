import { boolean, defineRule, together } from '#rule'

export default defineRule({
  id: 'elasticbeanstalk/lifecycle-rules-conflict',
  title: 'Versions are limited by count or by age, not both',
  severity: 'error',
  on: ['AWS::ElasticBeanstalk::Application'],
  why: 'Elastic Beanstalk rejects the settings.',
  fix: 'Enable one of the two rules.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-lifecycle.html',
      fact: 'Versions are limited by their number or by their age, one of the two.',
    },
  ],
  notes: ['000:440', '001:262', '001:263', '001:264', '002:1507', '004:59'],
  messages: {
    both: 'MaxAgeRule and MaxCountRule are both enabled; disable one of them.',
  },
  check(application, { report }) {
    const config = 'ResourceLifecycleConfig.VersionLifecycleConfig'
    const ages = application.known(`${config}.MaxAgeRule.Enabled`, boolean)
    for (const [age, count] of together(ages, application.known(`${config}.MaxCountRule.Enabled`, boolean)))
      if (age.value && count.value) report(age, 'both')
  },
})
