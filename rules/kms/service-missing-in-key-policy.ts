import { defineRule, keysAt, mayAccess, table } from '#rule'

const PLACES = table<{ path: string; service: string }>({
  'AWS::CloudTrail::Trail': { path: 'KMSKeyId', service: 'cloudtrail.amazonaws.com' },
  'AWS::Logs::LogGroup': { path: 'KmsKeyId', service: 'logs.amazonaws.com' },
})

const ACTION = 'kms:GenerateDataKey'

export default defineRule({
  id: 'kms/service-missing-in-key-policy',
  title: 'The key policy must admit the service that encrypts with it',
  severity: 'error',
  on: ['AWS::Logs::LogGroup', 'AWS::CloudTrail::Trail'],
  why: 'The log group or the trail cannot be made: the service is not allowed to use the key. That the account may use it does not help a service.',
  fix: 'Allow the service kms:Encrypt*, kms:Decrypt*, kms:ReEncrypt*, kms:GenerateDataKey* and kms:Describe* (a trail: kms:GenerateDataKey* and kms:DescribeKey) in KeyPolicy.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html',
      fact: 'The key policy has to give logs.<region>.amazonaws.com the permissions before the key can be used for a log group.',
    },
    {
      url: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/create-kms-key-policy-for-cloudtrail.html',
      fact: 'CloudTrail needs kms:GenerateDataKey* to encrypt.',
    },
  ],
  notes: ['000:472', '001:1050', '001:1051', '002:675', '002:684', '002:711', '002:712', '002:713'],
  messages: {
    missing: 'The policy of {key} does not let {service} use it ({action}); add a statement that does.',
  },
  check(resource, { report }) {
    const place = PLACES[resource.type]
    if (!place) return
    for (const { key, node, when } of keysAt(resource, place.path)) {
      if (mayAccess(key, { action: ACTION, service: place.service, when }) !== 'no') continue
      const service = resource.type === 'AWS::Logs::LogGroup' ? 'logs.<region>.amazonaws.com' : place.service
      report({ node, when }, 'missing', { key: key.id, service, action: ACTION })
    }
  },
})
