import { count, defineRule } from '#rule'

export default defineRule({
  id: 'directoryservice/subnet-count-not-two',
  title: 'A managed directory needs exactly two subnets',
  severity: 'error',
  on: ['AWS::DirectoryService::MicrosoftAD', 'AWS::DirectoryService::SimpleAD'],
  why: 'Directory Service rejects the directory.',
  fix: 'Name two subnets, in two Availability Zones.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/directoryservice/latest/devguide/API_DirectoryVpcSettings.html',
      fact: 'The two subnets of the domain controllers, which lie in different Availability Zones.',
    },
  ],
  notes: ['002:2124', '002:2126', '002:2127'],
  check: count('VpcSettings.SubnetIds', { min: 2, max: 2, noun: 'subnets' }),
})
