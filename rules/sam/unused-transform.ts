import { childOf, defineRule, isLoop, SAM_TRANSFORM } from '#rule'

export default defineRule({
  id: 'sam/unused-transform',
  title: 'Serverless transform without any serverless resource',
  severity: 'info',
  on: ['template'],
  why: 'A template with a transform can only be deployed with CAPABILITY_AUTO_EXPAND, and a change set takes longer, for nothing.',
  fix: 'Remove the transform.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-serverless.html',
      fact: 'The transform expands the resource types of SAM; stacks from templates with a transform need a change set or the capability.',
    },
  ],
  notes: ['002:1302', '002:1402'],
  messages: { unused: 'Nothing in this template needs the transform AWS::Serverless-2016-10-31; remove it.' },
  check(template, { report }) {
    const transform = template.transforms.find(({ text }) => text === SAM_TRANSFORM)
    if (!transform || template.isRewritten || template.section('Globals')) return
    const entries = template.sectionEntries('Resources')
    if (entries.length === 0 || entries.some(({ key }) => key.text === 'Fn::Transform' || isLoop(key.text))) return
    const used = entries.some(({ value }) => {
      const type = childOf(value, 'Type')
      return type?.kind !== 'scalar' || type.text.startsWith('AWS::Serverless::') || childOf(value, 'Connectors') !== undefined
    })
    if (!used) report(transform, 'unused')
  },
})
