import { defineRule, leadsAt } from '#rule'

export default defineRule({
  id: 'lambda/file-system-not-access-point',
  title: 'FileSystemConfigs takes an access point ARN',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Use Fn::GetAtt with the Arn of an AWS::EFS::AccessPoint.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_FileSystemConfig.html',
      fact: 'A function mounts an access point, which it is given by its ARN.',
    },
  ],
  notes: ['004:367'],
  messages: {
    other: '{id} is of type {type}; a function mounts an AWS::EFS::AccessPoint.',
  },
  check(fn, { report }) {
    for (const lead of leadsAt(fn.template, fn, 'FileSystemConfigs.*.Arn', 'AWS::EFS::FileSystem', 'AWS::EFS::MountTarget'))
      report(lead, 'other', { id: lead.resource.id, type: lead.resource.type })
  },
})
