import { closest, defineRule } from '#rule'

export default defineRule({
  id: 'parameter/unknown-input',
  title: 'A value is given for a parameter that the template does not have',
  severity: 'warning',
  on: ['template'],
  why: 'CloudFormation refuses parameters that a template does not declare; only some tools leave them out.',
  fix: 'Correct the name, declare the parameter, or leave the value out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'Only parameters of the Parameters section can be given values.',
    },
  ],
  cfnLint: ['E2900'],
  messages: {
    unknown: 'A value is given for "{name}", which is no parameter of this template.',
    misspelt: 'A value is given for "{name}", which is no parameter of this template; did you mean "{near}"?',
  },
  check(template, { report }) {
    // A file of values often serves several templates; one that takes none of them was not meant.
    const given = Object.keys(template.inputs.parameters ?? {})
    if (template.inputs.isPartial || template.isOpen('Parameters') || !given.some((name) => template.parameters.has(name))) return
    const place = template.section('Parameters')?.key ?? template.root
    for (const name of given) {
      if (template.parameters.has(name)) continue
      const near = closest(name, template.parameters.keys())
      if (near) report(place, 'misspelt', { name, near })
      else report(place, 'unknown', { name })
    }
  },
})
