import { both, canHold, defineRule, isZoneName, type Known, type Resource, regionOfZone } from '#rule'
import { zoneFacts } from './_zones.ts'

export default defineRule({
  id: 'template/mixed-region-zones',
  title: 'Literal availability zones of two Regions in one stack',
  severity: 'error',
  on: ['*'],
  why: 'A stack lives in one Region; what is placed in a zone of another one cannot be created.',
  fix: "Use zones of one Region, best those of the stack's: !Select [0, !GetAZs ''].",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
      fact: 'Zonal resources exist in a zone of the Region in which they are created.',
    },
  ],
  notes: ['001:312', '001:313', '001:341', '001:403', '001:405', '001:472'],
  messages: { mixed: '"{zone}" lies in {region}, "{other}" in {otherRegion}; a stack has resources of one Region.' },
  check(resource, { report }) {
    const own = zonesOf(resource)
    if (own.length === 0) return
    const before: Known[] = []
    for (const other of resource.template.resources.values()) {
      if (other.id === resource.id) break
      before.push(...zonesOf(other))
    }
    for (const fact of own) {
      const zone = textOf(fact)
      const region = regionOfZone(zone)
      const other = before.find((one) => regionOfZone(textOf(one)) !== region && canHold(both(fact.when, one.when)))
      before.push(fact)
      if (!other) continue
      const place = { node: fact.node, when: both(fact.when, other.when), related: [{ node: other.node, message: textOf(other) }] }
      report(place, 'mixed', { zone, region, other: textOf(other), otherRegion: regionOfZone(textOf(other)) })
    }
  },
})

/** The zones that stand as text where they are used; what comes from parameters and mappings is made for other Regions too. */
const zonesOf = (resource: Resource): Known[] =>
  zoneFacts(resource).filter((fact): fact is Known => fact.state === 'known' && !fact.via && isZoneName(textOf(fact)))

const textOf = ({ value }: Known): string => (value.kind === 'scalar' ? value.text : '')
