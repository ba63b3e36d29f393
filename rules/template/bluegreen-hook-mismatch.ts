import { callOf, childOf, defineRule, Properties, string } from '#rule'

export default defineRule({
  id: 'template/bluegreen-hook-mismatch',
  title: 'AWS::CodeDeployBlueGreen transform and hook belong together',
  severity: 'error',
  on: ['template'],
  why: 'The hook is read by the transform only; one without the other does nothing, or fails the deployment.',
  fix: 'Write both, or neither.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/blue-green.html',
      fact: 'An ECS blue/green deployment needs the transform AWS::CodeDeployBlueGreen and a hook of type AWS::CodeDeploy::BlueGreen; its target is an AWS::ECS::Service.',
    },
  ],
  notes: ['002:1303'],
  messages: {
    noHook: 'The transform AWS::CodeDeployBlueGreen needs a hook of type AWS::CodeDeploy::BlueGreen in Hooks.',
    noTransform: 'The hook "{id}" needs "Transform: AWS::CodeDeployBlueGreen".',
    type: 'Hook "{id}" has the type "{type}"; the only type is AWS::CodeDeploy::BlueGreen.',
    target: 'The target of a blue/green hook is "{type}"; it must be AWS::ECS::Service.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    const transform = template.transforms.find(({ text }) => text === 'AWS::CodeDeployBlueGreen')
    const hooks = template.sectionEntries('Hooks').filter(({ key }) => !key.text.startsWith('Fn::'))
    if (transform && hooks.length === 0 && !template.isOpen('Hooks')) report(transform, 'noHook')
    for (const { key, value } of hooks) {
      if (value.kind !== 'mapping' || callOf(value)) continue
      const type = childOf(value, 'Type')
      if (type?.kind === 'scalar' && type.text !== 'AWS::CodeDeploy::BlueGreen') report(type, 'type', { id: key.text, type: type.text })
      else if (!transform) report(key, 'noTransform', { id: key.text })
      const hook = new Properties(value, template.always, template.resolver)
      for (const fact of hook.known('Properties.Applications.*.Target.Type', string)) {
        if (fact.value !== 'AWS::ECS::Service') report(fact, 'target', { type: fact.value })
      }
    }
  },
})
