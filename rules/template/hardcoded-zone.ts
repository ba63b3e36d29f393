import { defineRule, isZoneName } from '#rule'
import { zoneFacts } from './_zones.ts'

export default defineRule({
  id: 'template/hardcoded-zone',
  title: 'Availability zone is written as text',
  severity: 'info',
  on: ['*'],
  why: 'The template can be deployed in one Region only, and not in every account: zones differ between accounts.',
  fix: "Take a zone of the stack's Region: !Select [0, !GetAZs ''], or a parameter of type AWS::EC2::AvailabilityZone::Name.",
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/intrinsic-function-reference-getavailabilityzones.html',
      fact: 'Fn::GetAZs gives the zones of a Region that the account can use, so that they need not be hard-coded.',
    },
  ],
  notes: ['002:13', '002:742', '002:1346'],
  cfnLint: ['W3010'],
  messages: { hardcoded: 'The zone "{zone}" is hard-coded; take one with Fn::GetAZs or a parameter.' },
  check(resource, { report }) {
    for (const fact of zoneFacts(resource)) {
      if (fact.state !== 'known' || fact.via || fact.value.kind !== 'scalar' || fact.value !== fact.node) continue
      if (isZoneName(fact.value.text)) report(fact, 'hardcoded', { zone: fact.value.text })
    }
  },
})
