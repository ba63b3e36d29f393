import { defineRule, SAM_TRANSFORM } from '#rule'

export default defineRule({
  id: 'sam/transform-missing',
  title: 'SAM resources and Globals need the serverless transform',
  severity: 'error',
  on: ['template'],
  why: 'Without the transform CloudFormation knows neither the types AWS::Serverless::* nor the Globals section and rejects the template.',
  fix: 'Write "Transform: AWS::Serverless-2016-10-31" at the top level of the template.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy.html',
      fact: 'Transform with the value AWS::Serverless-2016-10-31 is required in a SAM template; Globals is unique to SAM.',
    },
  ],
  notes: ['000:185', '001:19', '001:28', '002:1302', '002:1402', '003:244', '004:416', '004:418'],
  cfnLint: ['E3038'],
  messages: {
    type: 'Type {type} needs the serverless transform; add "Transform: AWS::Serverless-2016-10-31" to the template.',
    globals: 'Globals needs the serverless transform; add "Transform: AWS::Serverless-2016-10-31" to the template.',
    attribute: '{name} needs the serverless transform; add "Transform: AWS::Serverless-2016-10-31" to the template.',
  },
  check(template, { report }) {
    // A name that is nearly the right one is reported as that.
    if (template.isRewritten || template.transforms.some(({ text }) => text === SAM_TRANSFORM || /serverless/i.test(text))) return
    const globals = template.section('Globals')
    if (globals) report(globals.key, 'globals')
    for (const resource of template.resources.values()) {
      const { type } = resource
      const at = resource.attribute('Type')?.value
      if (at && type.startsWith('AWS::Serverless::')) report(at, 'type', { type })
      else {
        for (const name of ['Connectors', 'IgnoreGlobals']) {
          const attribute = resource.attribute(name)
          if (attribute) report(attribute.key, 'attribute', { name })
        }
      }
    }
  },
})
