import { both, canHold, defineRule, type Resource, string, targetsOf } from '#rule'

const TYPE = 'AWS::GlobalAccelerator::EndpointGroup'

export default defineRule({
  id: 'globalaccelerator/duplicate-endpoint-region',
  title: 'A listener has one endpoint group per Region',
  severity: 'error',
  on: [TYPE],
  why: 'Global Accelerator rejects the second group of a Region.',
  fix: 'Put the endpoints of a Region into one group.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/global-accelerator/latest/api/API_CreateEndpointGroup.html',
      fact: 'An endpoint group is for one Region; creating a second one answers EndpointGroupAlreadyExists.',
    },
  ],
  notes: ['002:2137', '002:2138'],
  messages: { twice: 'EndpointGroupRegion is {region}, which {other} has for the same listener; put the endpoints into one group.' },
  check(group, { report }) {
    const { template } = group
    const groups = template.resourcesOf(TYPE)
    for (const own of placesOf(group)) {
      const others = groups.slice(0, groups.indexOf(group)).flatMap(placesOf)
      const other = others.find(({ key, when }) => key === own.key && canHold(both(own.when, when)))
      if (other) report({ node: own.node, when: both(own.when, other.when) }, 'twice', { region: own.region, other: other.group.id })
    }
  },
})

/** The listeners and Regions of a group, in each case. */
const placesOf = (group: Resource) =>
  targetsOf(group.template, group, 'ListenerArn').flatMap((listener) =>
    group
      .known('EndpointGroupRegion', string)
      .map(({ value, node, when }) => ({ group, region: value, node, key: `${listener.key} ${value}`, when: both(listener.when, when) }))
      .filter(({ when }) => canHold(when)),
  )
