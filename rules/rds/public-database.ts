import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'rds/public-database',
  title: 'A database should not be public',
  severity: 'warning',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'Everybody can try to log in from the internet; only the security group stands between.',
  fix: 'Remove PubliclyAccessible or set it to false, and reach the database from within its VPC.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html',
      fact: 'RDS.2 wants databases not to be reachable from the internet.',
    },
  ],
  notes: ['002:736', '002:740', '002:744', '002:2466', '004:75', '004:77', '004:79'],
  cfnLint: ['W9011'],
  messages: {
    public: 'PubliclyAccessible is true: the database gets a public address; set it to false.',
  },
  check(database, { report }) {
    for (const fact of database.known('PubliclyAccessible', boolean)) if (fact.value) report(fact, 'public')
  },
})
