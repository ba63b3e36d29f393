import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'cloudformation/stackset-duplicate-target',
  title: 'Stack set lists the same account and Region twice',
  severity: 'error',
  on: ['AWS::CloudFormation::StackSet'],
  why: 'A stack set has one instance for an account and a Region; the second group collides with the first.',
  fix: 'Remove one of the two.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stackset.html',
      fact: 'StackInstancesGroup is a set of groups of stack instances, each of accounts or units in Regions.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/stacksets-concepts.html',
      fact: 'A stack instance refers to one stack in one account and Region.',
    },
  ],
  notes: ['001:51', '001:54'],
  messages: {
    region: 'Region {region} is listed twice; remove one of them.',
    target: '{target} in {region} belongs to another group already; remove it from one of them.',
  },
  check(set, { report }) {
    const seen: { target: string; region: string; group: number; when: typeof set.when }[] = []
    set.items('StackInstancesGroup').forEach((group, number) => {
      const regions = group.known('Regions.*', string)
      regions.forEach((fact, i) => {
        const earlier = regions.slice(0, i).find(({ value, when }) => value === fact.value && canHold(both(when, fact.when)))
        if (earlier) report({ node: fact.node, when: both(earlier.when, fact.when) }, 'region', { region: fact.value })
      })
      // A filter takes accounts out of units.
      if (group.facts('DeploymentTargets.AccountFilterType').some(({ state }) => state !== 'absent')) return
      const targets = ['Accounts', 'OrganizationalUnitIds'].flatMap((list) => group.known(`DeploymentTargets.${list}.*`, string))
      for (const target of targets) {
        for (const region of regions) {
          const when = both(target.when, region.when)
          const same = seen.find(
            (one) => one.group !== number && one.target === target.value && one.region === region.value && canHold(both(one.when, when)),
          )
          if (same) report({ node: target.node, when: both(same.when, when) }, 'target', { target: target.value, region: region.value })
          else seen.push({ target: target.value, region: region.value, group: number, when })
        }
      }
    })
  },
})
