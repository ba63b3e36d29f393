import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'elasticbeanstalk/lifecycle-role-missing',
  title: 'Version lifecycle needs a service role',
  severity: 'error',
  on: ['AWS::ElasticBeanstalk::Application'],
  why: 'Elastic Beanstalk rejects the settings, for nobody may delete the old versions.',
  fix: 'Set ResourceLifecycleConfig.ServiceRole.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_ApplicationResourceLifecycleConfig.html',
      fact: 'ServiceRole is required when the configuration is given for the first time.',
    },
  ],
  notes: ['000:440', '001:262', '001:263', '001:264', '002:1507', '004:59'],
  messages: {
    missing: '{rule} needs a ServiceRole in ResourceLifecycleConfig; add it.',
  },
  check(application, { report }) {
    for (const rule of ['MaxCountRule', 'MaxAgeRule'])
      for (const enabled of application.known(`ResourceLifecycleConfig.VersionLifecycleConfig.${rule}.Enabled`, boolean))
        if (enabled.value)
          for (const absent of application.under(enabled.when).absent('ResourceLifecycleConfig.ServiceRole'))
            report({ node: enabled.node, when: absent.when }, 'missing', { rule })
  },
})
