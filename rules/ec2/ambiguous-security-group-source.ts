import { atKey, both, canHold, defineRule, listOf } from '#rule'

import { rulesOf } from './_security-rules.ts'

export default defineRule({
  id: 'ec2/ambiguous-security-group-source',
  title: 'A security group rule has exactly one source or destination',
  severity: 'error',
  on: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  why: 'EC2 rejects the rule.',
  fix: 'Give each rule one source or destination; write a second rule for the second.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html',
      fact: 'A rule allows traffic from or to one range, prefix list or security group.',
    },
  ],
  notes: ['002:39', '002:42', '002:2466', '002:2490'],
  cfnLint: ['E3014', 'E3018'],
  messages: {
    several: '{one} and {other} stand in one rule; give each a rule of its own.',
    none: 'The rule does not say whose traffic it allows; give one of {sources}.',
  },
  check(resource, { report }) {
    for (const { rule, sources } of rulesOf(resource)) {
      const set = sources.flatMap((name) => rule.present(name).map((fact) => ({ name, fact })))
      set.forEach(({ name, fact }, i) => {
        const other = set.slice(0, i).find((one) => one.name !== name && canHold(both(one.fact.when, fact.when)))
        if (other) report(atKey(fact, both(other.fact.when, fact.when)), 'several', { one: other.name, other: name })
      })
      let missing = [rule.when]
      for (const name of sources)
        missing = missing.flatMap((when) =>
          rule
            .under(when)
            .absent(name)
            .map((fact) => fact.when),
        )
      for (const when of missing) report({ node: rule.node, when }, 'none', { sources: listOf(sources) })
    }
  },
})
