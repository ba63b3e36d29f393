import { callOf, childOf, closest, defineRule, type Node, nounOf, SAM_TRANSFORM, walk } from '#rule'

const TRANSFORMS = [
  SAM_TRANSFORM,
  'AWS::LanguageExtensions',
  'AWS::Include',
  'AWS::CodeDeployBlueGreen',
  'AWS::SecretsManager-2020-07-23',
  'AWS::SecretsManager-2024-09-16',
  'AWS::ServiceCatalog',
]

/** Of services that are closed: whether they still answer is not documented. */
const RETIRED = ['AWS::CodeStar']

export default defineRule({
  id: 'template/unknown-transform',
  title: 'Transform names a macro of AWS that does not exist',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation stops before it reads the template: "No transform named … found".',
  fix: 'Correct the name; a macro of your own is named without AWS::.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/transform-section-structure.html',
      fact: 'Transform is the name of a macro, a list of names, or a map of Name and Parameters; macros of AWS are a fixed list.',
    },
  ],
  notes: [
    ...['001:19', '001:28', '002:1295', '002:1297', '002:1299', '002:1300', '002:1301', '002:1302', '002:1303', '002:1356', '003:244'],
  ],
  cfnLint: ['E1005'],
  messages: {
    misspelt: 'There is no transform "{name}"; did you mean "{near}"?',
    unknown: 'There is no transform "{name}" of AWS.',
    notName: 'Transform holds {noun}; it must be the name of a macro, or a map with its Name and Parameters.',
  },
  check(template, { report }) {
    const section = template.section('Transform')?.value
    if (!section) return
    const check = (entry: Node): void => {
      const call = callOf(entry)
      if (entry.kind === 'mapping' && !call) {
        // A map of another shape is told by intrinsic/malformed-transform.
        const name = childOf(entry, 'Name')
        if (name?.kind === 'scalar' && name.value !== null) check(name)
        return
      }
      if (entry.kind !== 'scalar' || typeof entry.value !== 'string' || entry.text.trim() === '') {
        // The long form of one macro, Fn::Transform, is possible here too.
        if (call?.name !== 'Fn::Transform') report(entry, 'notName', { noun: nounOf(entry) })
        return
      }
      const name = entry.text
      if (TRANSFORMS.includes(name) || RETIRED.includes(name)) return
      const near = /serverless(-20|$)/i.test(name) ? SAM_TRANSFORM : closest(name, TRANSFORMS)
      if (near && (/^aws\W/i.test(name) || (near === SAM_TRANSFORM && usesSam([...walk(template.root)]))))
        report(entry, 'misspelt', { name, near })
      else if (name.startsWith('AWS::')) report(entry, 'unknown', { name })
    }
    for (const entry of section.kind === 'sequence' ? section.items : [section]) check(entry)
  },
})

const usesSam = (nodes: readonly Node[]): boolean =>
  nodes.some((node) => node.kind === 'scalar' && node.text.startsWith('AWS::Serverless::'))
