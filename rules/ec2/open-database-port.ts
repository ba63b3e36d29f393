import { databasePortsOf, defineRule, listOf, openingsOf } from '#rule'

export default defineRule({
  id: 'ec2/open-database-port',
  title: 'Databases and caches must not be open to the world',
  severity: 'warning',
  on: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress'],
  why: 'Every address may try passwords and the weaknesses of the server; caches often ask for no password at all.',
  fix: 'Allow the security group of the application only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html',
      fact: 'A rule should let in only those who need it; another security group can be its source.',
    },
  ],
  notes: ['002:2466', '002:2467', '002:2468', '002:2478', '002:2479'],
  messages: { open: '{value} opens port {ports} to every address; allow the security group of the application instead.' },
  check(resource, { report }) {
    for (const opening of openingsOf(resource)) {
      const { source, when } = opening
      const open = databasePortsOf(opening)
      if (open.length > 0) report({ node: source.node, when }, 'open', { value: source.value, ports: listOf(open, 'and') })
    }
  },
})
