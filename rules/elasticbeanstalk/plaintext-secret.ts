import { accessKeyIn, defineRule, isSecretValue, string } from '#rule'
import { optionsOf } from './_options.ts'

export default defineRule({
  id: 'elasticbeanstalk/plaintext-secret',
  title: 'Secret is written as a plain environment property',
  severity: 'warning',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'Everybody who may look at the environment or the template sees the secret.',
  fix: 'Store it in Secrets Manager or Parameter Store and name it in the namespace aws:elasticbeanstalk:application:environmentsecrets; the note does not know that namespace yet.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.secrets.env-vars.html',
      fact: 'Environment secrets take the ARN of a secret or a parameter, and the value comes from there.',
    },
  ],
  notes: ['001:281', '002:1503'],
  messages: {
    variable:
      'The property {name} holds a secret in plain text; name a stored secret in aws:elasticbeanstalk:application:environmentsecrets.',
    password: '{name} is written in plain text; use a dynamic reference to a stored secret.',
  },
  check(environment, { report }) {
    for (const { namespace, name, properties } of optionsOf(environment)) {
      const isVariable = namespace.value === 'aws:elasticbeanstalk:application:environment'
      const isPassword = namespace.value === 'aws:rds:dbinstance' && name.value === 'DBPassword'
      if (!isVariable && !isPassword) continue
      for (const value of properties.known('Value', string))
        if (!accessKeyIn(value.value, value.path) && isSecretValue(value.value, name.value))
          report(value, isVariable ? 'variable' : 'password', { name: name.value })
    }
  },
})
