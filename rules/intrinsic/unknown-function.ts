import { closest, defineRule, FUNCTIONS, isLoop, renameKey, respell } from '#rule'

/** Functions that only this transform brings. */
const EXTENSIONS = new Set(['Fn::Length', 'Fn::ToJsonString'])

export default defineRule({
  id: 'intrinsic/unknown-function',
  title: 'Function name does not exist',
  severity: 'error',
  on: ['template'],
  fixes: 'safe',
  why: 'CloudFormation takes the name for a property that does not exist, or rejects the template.',
  fix: 'Correct the name; function names are case-sensitive.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html',
      fact: 'The intrinsic functions are a fixed list: Ref, Condition and the Fn:: functions.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-aws-languageextensions.html',
      fact: 'Fn::Length, Fn::ToJsonString and Fn::ForEach work only in a template with the transform AWS::LanguageExtensions.',
    },
  ],
  notes: ['002:1271', '002:1277', '002:1283', '002:1299', '002:1312', '002:1346', '003:247', '003:251'],
  cfnLint: ['E1101'],
  messages: {
    misspelt: '{written} is no function; did you mean {near}?',
    unknown: '{written} is no function of CloudFormation.',
    extension: '{written} works only with the transform AWS::LanguageExtensions; add it to Transform.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    const extended = template.hasTransform('AWS::LanguageExtensions')
    for (const { key, mapping, section, opaque } of template.references.functionKeys) {
      if (section === 'Metadata' || opaque || key.text === 'Ref' || key.text === 'Condition') continue
      const name = key.text
      const short = mapping.tag !== undefined
      const written = short ? (mapping.tag as string) : name
      if (EXTENSIONS.has(name) || isLoop(name)) {
        if (!extended) report(key, 'extension', { written })
        continue
      }
      if (FUNCTIONS.has(name)) continue
      const near = /^(Fn::?|fn::?)?Ref:*$/.test(name) ? 'Ref' : closest(name, [...FUNCTIONS, 'Condition'])
      if (!near) report(key, 'unknown', { written })
      else
        report(
          key,
          'misspelt',
          { written, near: short ? `!${near.replace('Fn::', '')}` : near },
          near === 'Ref' ? renameKey(key, near) : respell(key, [...FUNCTIONS, 'Condition']),
        )
    }
  },
})
