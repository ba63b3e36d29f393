import { both, canHold, databasePortsOf, defineRule, leadsAt, openingsOf } from '#rule'

export default defineRule({
  id: 'rds/open-security-group',
  title: 'A database security group must not be open to the world',
  severity: 'warning',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'Everybody who reaches the network of the database can try to log in, from the internet where it is public.',
  fix: 'Let in the security groups or the ranges of addresses of those who use the database.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/awssupport/latest/user/security-checks.html',
      fact: 'Security groups of databases that let in every address are a risk that Trusted Advisor tells.',
    },
  ],
  notes: ['004:118'],
  messages: {
    open: '{id} lets every address reach this database; let in only those who use it.',
  },
  check(database, { report }) {
    const { template } = database
    const path = database.type === 'AWS::RDS::DBCluster' ? 'VpcSecurityGroupIds.*' : 'VPCSecurityGroups.*'
    for (const lead of leadsAt(template, database, path, 'AWS::EC2::SecurityGroup')) {
      const own = template
        .resourcesOf('AWS::EC2::SecurityGroupIngress')
        .filter((rule) => leadsAt(template, rule, 'GroupId').some(({ resource }) => resource === lead.resource))
      // The port of a database is told where it is opened.
      const openings = [lead.resource, ...own].flatMap(openingsOf).filter((one) => databasePortsOf(one).length === 0)
      const opening = openings.find((one) => canHold(both(one.when, lead.when)))
      if (opening) report({ node: lead.node, when: both(opening.when, lead.when) }, 'open', { id: lead.resource.id })
    }
  },
})
