import { closest, defineRule, PSEUDO_PARAMETERS, table } from '#rule'

/** What a dotted name stands for in SAM, with the property for which it is made. */
const MADE_FOR: Readonly<Record<string, string>> = table({
  'AWS::Serverless::Function Alias': 'AutoPublishAlias',
  'AWS::Serverless::Function Version': 'AutoPublishAlias',
  'AWS::Serverless::Function DestinationQueue': 'a destination of type SQS in EventInvokeConfig',
  'AWS::Serverless::Function DestinationTopic': 'a destination of type SNS in EventInvokeConfig',
  'AWS::Serverless::Api DomainName': 'Domain',
  'AWS::Serverless::Api UsagePlan': 'Auth.UsagePlan',
  'AWS::Serverless::Api ApiKey': 'Auth.UsagePlan',
  'AWS::Serverless::HttpApi DomainName': 'Domain',
  'AWS::Serverless::WebSocketApi DomainName': 'Domain',
})

export default defineRule({
  id: 'intrinsic/unknown-reference',
  title: 'Ref must name a parameter, a resource or a pseudo parameter',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything: "Unresolved resource dependencies".',
  fix: 'Correct the name, or define the parameter or resource that is meant.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-ref.html',
      fact: 'Ref takes the logical name of a parameter or a resource of the same template, or a pseudo parameter.',
    },
  ],
  notes: ['001:90', '002:1261', '002:1309', '002:1311', '002:1313', '003:254', '004:37'],
  cfnLint: ['E1020'],
  messages: {
    misspelt: 'This template has no parameter or resource "{name}"; did you mean "{near}"?',
    ungenerated: 'SAM makes no {property} for {id}, which does not set {needed}; set it, or remove the reference.',
    attribute: 'Ref takes a name without an attribute; write Fn::GetAtt for "{name}".',
    condition: '"{name}" is a condition; Ref takes a parameter or a resource. Use Fn::If to choose by a condition.',
    mapping: '"{name}" is a mapping; Ref takes a parameter or a resource. Read a mapping with Fn::FindInMap.',
    outside: '"{name}" is no parameter or resource of this template; write the value without Ref, or read an export with Fn::ImportValue.',
    unknown: 'This template has no parameter or resource "{name}"; define it or correct the name.',
  },
  check(template, { report }) {
    const { names } = template
    for (const { name, section, span, node } of template.references.usesOf(['Ref'], 'all')) {
      if (name.startsWith('AWS::') || names.meaningOf(name) || names.isSamReference(name)) continue
      const place = { node, span }
      // Conditions and Rules see parameters only.
      const isEarly = section === 'Conditions' || section === 'Rules'
      const near = closest(name, isEarly ? [...template.parameters.keys(), ...PSEUDO_PARAMETERS] : names.all)
      const dot = name.indexOf('.')
      const needed = MADE_FOR[`${template.resources.get(name.slice(0, dot))?.type} ${name.slice(dot + 1)}`]
      if (dot > 0 && needed) report(place, 'ungenerated', { property: name.slice(dot + 1), id: name.slice(0, dot), needed })
      else if (dot > 0 && names.meaningOf(name.slice(0, dot)) === 'resource') report(place, 'attribute', { name })
      else if (template.sectionEntries('Conditions').some((entry) => entry.key.text === name)) report(place, 'condition', { name })
      else if (template.sectionEntries('Mappings').some((entry) => entry.key.text === name)) report(place, 'mapping', { name })
      else if (near) report(place, 'misspelt', { name, near })
      else if (/[^A-Za-z0-9]/.test(name)) report(place, 'outside', { name })
      else report(place, 'unknown', { name })
    }
  },
})
