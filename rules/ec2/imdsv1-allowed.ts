import { defineRule, string } from '#rule'

export default defineRule({
  id: 'ec2/imdsv1-allowed',
  title: 'Instance metadata should need a session token',
  severity: 'warning',
  on: ['AWS::EC2::LaunchTemplate', 'AWS::EC2::Instance', 'AWS::AutoScaling::LaunchConfiguration'],
  why: 'A request that is forged on the instance reads the credentials of its role: IMDSv1 asks for no token.',
  fix: 'Set HttpTokens to required.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-instance-metadata-service.html',
      fact: 'With HttpTokens required only IMDSv2 answers, which needs a session token; optional allows IMDSv1.',
    },
  ],
  notes: ['000:676', '000:678', '002:22', '002:23'],
  messages: { optional: 'HttpTokens is optional, which allows IMDSv1; set it to required.' },
  check(resource, { report }) {
    const path = resource.type === 'AWS::EC2::LaunchTemplate' ? 'LaunchTemplateData.MetadataOptions' : 'MetadataOptions'
    for (const options of resource.items(path)) {
      for (const tokens of options.known('HttpTokens', string).filter(({ value }) => value === 'optional')) {
        const isOff = options
          .under(tokens.when)
          .facts('HttpEndpoint')
          .some((fact) => fact.state === 'unknown' || (fact.state === 'known' && string.read(fact.value) === 'disabled'))
        if (!isOff) report(tokens, 'optional')
      }
    }
  },
})
