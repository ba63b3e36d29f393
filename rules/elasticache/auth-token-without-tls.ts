import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'elasticache/auth-token-without-tls',
  title: 'An AUTH token needs encryption in transit',
  severity: 'error',
  on: ['AWS::ElastiCache::ReplicationGroup'],
  why: 'ElastiCache rejects the group: a token is only taken over an encrypted connection.',
  fix: 'Set TransitEncryptionEnabled to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html',
      fact: 'AuthToken can be given only where TransitEncryptionEnabled is true.',
    },
  ],
  notes: ['002:2079'],
  check: where('TransitEncryptionEnabled', ['false'], forbid('{name} needs TransitEncryptionEnabled to be true; set it.', 'AuthToken'), {
    orAbsent: true,
  }),
})
