import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'redshift/public-cluster',
  title: 'A Redshift cluster should not be public',
  severity: 'warning',
  on: ['AWS::Redshift::Cluster'],
  why: 'Everybody can try to log in from the internet; only the security group stands between.',
  fix: 'Remove PubliclyAccessible or set it to false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html',
      fact: 'Redshift.1 wants clusters not to be reachable from the internet.',
    },
  ],
  notes: ['002:736', '002:740', '002:744', '002:2466'],
  messages: {
    on: 'PubliclyAccessible is true: the cluster gets a public address; set it to false.',
  },
  check(target, { report }) {
    for (const fact of target.known('PubliclyAccessible', boolean)) if (fact.value) report(fact, 'on')
  },
})
