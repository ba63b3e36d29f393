import { both, childOf, defineRule, editable, spellingsOf, string, writtenOf } from '#rule'

export default defineRule({
  id: 'applicationautoscaling/lambda-target-without-alias',
  title: 'A Lambda scalable target must name an alias or a version',
  severity: 'error',
  on: ['AWS::ApplicationAutoScaling::ScalableTarget'],
  why: 'Application Auto Scaling rejects the target: provisioned concurrency exists on versions and aliases only.',
  fix: 'Write function:<name>:<alias or version number>.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/autoscaling/application/APIReference/API_RegisterScalableTarget.html',
      fact: 'The resource ID of provisioned concurrency is function, the name, and a version or alias that is not $LATEST.',
    },
  ],
  notes: ['000:527', '001:716', '001:717', '001:721', '001:724', '001:727', '001:730', '003:384'],
  messages: {
    bare: '"{value}" names no version; provisioned concurrency needs an alias or a version: function:<name>:<alias>.',
    latest: '"{value}" names $LATEST, which cannot have provisioned concurrency; name an alias or a version.',
  },
  check(target, { report }) {
    const id = childOf(target.node, 'ResourceId')
    for (const space of target.known('ServiceNamespace', string)) {
      if (space.value !== 'lambda' || !id) continue
      for (const { text, node, when } of spellingsOf(target.template, id, both(target.when, space.when))) {
        const place = { node: editable(node), when }
        if (/^function:[^:\uE000]+$/.test(text)) report(place, 'bare', { value: writtenOf(text) })
        else if (/^function:[^:]+:\$LATEST$/.test(text)) report(place, 'latest', { value: writtenOf(text) })
      }
    }
  },
})
