import { callOf, closest, defaultOf, defineRule, isRegionCode, REGIONS } from '#rule'

export default defineRule({
  id: 'mapping/unknown-region-key',
  title: 'Mapping that is read by Region has a key that is no Region',
  severity: 'warning',
  on: ['template'],
  why: 'The row is never found, and in the Region that was meant the stack fails.',
  fix: 'Correct the Region code.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html',
      fact: 'Region codes are a fixed list, such as us-east-1 and eu-west-1.',
    },
  ],
  notes: ['001:46', '001:47'],
  messages: {
    misspelt: '"{key}" is no Region, but mapping "{name}" is read by Region; did you mean "{near}"?',
    unknown: '"{key}" is no Region, but mapping "{name}" is read by Region.',
  },
  check(template, { report }) {
    const byRegion = new Set<string>()
    const otherwise = new Set<string>()
    for (const { call } of template.references.callsOf('Fn::FindInMap')) {
      const [name, first] = call.argument.kind === 'sequence' ? call.argument.items : []
      const inner = callOf(first)
      const isRegion = inner?.name === 'Ref' && inner.argument.kind === 'scalar' && inner.argument.text === 'AWS::Region'
      // An unknown name may be any mapping's.
      if (name?.kind !== 'scalar') return
      if (isRegion && !defaultOf(call)) byRegion.add(name.text)
      else otherwise.add(name.text)
    }
    for (const { key: mapping, value } of template.sectionEntries('Mappings')) {
      const name = mapping.text
      if (!byRegion.has(name) || otherwise.has(name) || value.kind !== 'mapping' || template.isRewritten) continue
      for (const { key } of value.entries) {
        const near = closest(key.text, REGIONS)
        if (REGIONS.includes(key.text) || key.text === 'Fn::Transform') continue
        // Digits tell Regions apart: one edit elsewhere is a slip, a new number a new Region.
        const isSlip = near !== undefined && near.replace(/\d+/, '') !== key.text.replace(/\d+/, '')
        if (isSlip) report(key, 'misspelt', { key: key.text, name, near })
        // A row of another kind may stand there for whoever reads the template.
        else if (!isRegionCode(key.text) && /^(af|ap|ca|cn|eu|eusc|il|me|mx|sa|us)[-_]?[a-z]*[-_]?\d*$/i.test(key.text))
          report(key, 'unknown', { key: key.text, name })
      }
    }
  },
})
