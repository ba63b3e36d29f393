import { arnOf, defineRule, type Form } from '#rule'

// A partition that comes from AWS::Partition is that of the stack.
function partitionOf(form: Form, all: readonly Form[]): string | undefined {
  const partition = arnOf(form.text)?.partition
  const isGiven = all.every((other) => other.item !== form.item || arnOf(other.text)?.partition === partition)
  return isGiven && partition && /^aws(-[a-z]+)*$/.test(partition) ? partition : undefined
}

export default defineRule({
  id: 'iam/cross-partition-grant',
  title: 'Partitions cannot reach each other',
  severity: 'warning',
  on: ['policy'],
  why: 'The grant has no effect: there is no access between partitions, whatever a policy says.',
  fix: 'Name principals of the partition in which the resource is.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html',
      fact: 'A partition is a group of Regions; each account belongs to one of them.',
    },
  ],
  notes: ['001:576', '001:577', '001:584', '001:585'],
  messages: {
    partition: '{principal} is in the partition {one}, the resource in {other}; there is no access between partitions.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      const resources = statement.forms('Resource')
      for (const principal of statement.principals()) {
        const one = partitionOf(principal, statement.principals())
        if (!one) continue
        const others = resources.map((form) => partitionOf(form, resources)).filter((other) => other !== undefined)
        const [other] = others
        if (other && others.length === resources.length && !others.includes(one))
          report(principal.place, 'partition', { principal: principal.text, one, other })
      }
    }
  },
})
