import { boolean, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'cloudtrail/global-events-off-in-multi-region',
  title: 'A multi-Region trail must include global service events',
  severity: 'error',
  on: ['AWS::CloudTrail::Trail'],
  why: 'CloudTrail rejects the trail ("Multi-Region trail must include global service events").',
  fix: 'Remove IncludeGlobalServiceEvents or set it to true, or make the trail one of a single Region.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudtrail-trail.html',
      fact: 'A trail of all Regions includes the events of global services.',
    },
  ],
  notes: ['002:1810', '002:1811', '002:1812', '002:1816'],
  messages: {
    off: 'A trail of all Regions includes the events of global services; set IncludeGlobalServiceEvents to true.',
  },
  check(trail, { report }) {
    for (const multi of trail.known('IsMultiRegionTrail', boolean).filter(({ value }) => value)) {
      for (const global of trail.known('IncludeGlobalServiceEvents', boolean).filter(({ value }) => !value)) {
        const when = both(multi.when, global.when)
        if (canHold(when)) report({ node: global.node, when }, 'off')
      }
    }
  },
})
