import { callOf, defineRule, isRegionCode } from '#rule'
import { zoneFacts } from './_zones.ts'

export default defineRule({
  id: 'template/region-as-zone',
  title: 'A Region name stands where an availability zone is expected',
  severity: 'error',
  on: ['*'],
  why: 'A zone is called like its Region with a letter behind it; the service refuses the resource.',
  fix: "Use a zone: !Select [0, !GetAZs ''].",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
      fact: 'The code of an availability zone is its Region code followed by a letter.',
    },
  ],
  notes: ['001:312', '001:313', '001:341', '001:403', '001:405', '001:472'],
  messages: {
    region: '"{text}" is a Region; a zone has a letter behind it, such as {text}a.',
    reference: "AWS::Region is a Region, no zone; use !Select [0, !GetAZs ''].",
  },
  check(resource, { report }) {
    for (const fact of zoneFacts(resource)) {
      const call = callOf(fact.node)
      const isReference = call?.name === 'Ref' && call.argument.kind === 'scalar' && call.argument.text === 'AWS::Region'
      if (isReference) report({ node: call.argument, when: fact.when }, 'reference')
      else if (fact.state === 'known' && fact.value.kind === 'scalar' && isRegionCode(fact.value.text))
        report(fact, 'region', { text: fact.value.text })
    }
  },
})
