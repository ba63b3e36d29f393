import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'redshift/encryption-switched-off',
  title: 'A Redshift cluster cannot be created unencrypted',
  severity: 'error',
  on: ['AWS::Redshift::Cluster'],
  why: 'Redshift makes no cluster without encryption, and the deployment fails.',
  fix: 'Remove Encrypted or set it to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html',
      fact: 'Clusters are encrypted by default; a request with false fails.',
    },
  ],
  notes: ['002:2173', '002:2174', '002:2175'],
  messages: {
    on: 'Encrypted is false, which Redshift refuses for a new cluster; remove it or set it to true.',
  },
  check(target, { report }) {
    for (const fact of target.known('Encrypted', boolean)) if (!fact.value) report(fact, 'on')
  },
})
