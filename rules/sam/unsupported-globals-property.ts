import { childOf, closest, defineRule, respell, SAM_TRANSFORM } from '#rule'
import { GLOBALS_PROPERTIES } from './_globals.ts'

export default defineRule({
  id: 'sam/unsupported-globals-property',
  title: 'Property cannot be set in Globals',
  severity: 'error',
  on: ['template'],
  fixes: 'safe',
  why: 'The transform of the whole template fails at a property that Globals does not take.',
  fix: 'Move the property to the resources that need it, or correct its name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-template-anatomy-globals.html',
      fact: 'Lists the resource types and the properties of each that Globals supports, and what IgnoreGlobals takes.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/plugins/globals/globals.py',
      fact: 'The lists that the transform holds the section against.',
    },
  ],
  notes: ['000:185', '002:1402'],
  cfnLint: ['E3724'],
  messages: {
    unsupported: '{section} in Globals cannot set "{name}"; set it on each resource.',
    misspelt: '{section} in Globals cannot set "{name}"; did you mean "{near}"?',
    ignored: 'IgnoreGlobals names "{name}", which Globals does not set for {section}; remove it.',
    shape: 'IgnoreGlobals must be "*" or a list of property names.',
  },
  check(template, { report }) {
    if (!template.hasTransform(SAM_TRANSFORM) || template.isRewritten) return
    const globals = template.section('Globals')?.value
    for (const [section, supported] of Object.entries(GLOBALS_PROPERTIES)) {
      const written = childOf(globals, section)
      if (written?.kind !== 'mapping') continue
      for (const { key, value } of written.entries) {
        const name = key.text
        if (supported.includes(name) || name.startsWith('Fn::')) continue
        const near = closest(name, supported)
        const place = { node: value, span: key.span }
        if (near) report(place, 'misspelt', { section, name, near }, respell(place, supported))
        else report(place, 'unsupported', { section, name })
      }
    }
    for (const resource of template.resources.values()) {
      const ignored = resource.attribute('IgnoreGlobals')?.value
      const section = /^AWS::Serverless::(\w+)$/.exec(resource.type)?.[1] ?? ''
      const defaults = childOf(globals, section)
      if (!ignored || !defaults || (ignored.kind === 'scalar' && ignored.text === '*')) continue
      for (const item of ignored.kind === 'sequence' ? ignored.items : [ignored]) {
        if (item.kind !== 'scalar' || ignored.kind !== 'sequence') report(item, 'shape')
        else if (!childOf(defaults, item.text)) report(item, 'ignored', { name: item.text, section })
      }
    }
  },
})
