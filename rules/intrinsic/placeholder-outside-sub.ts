import { defineRule, subVariables, wrap } from '#rule'
import { textsOutsideSub } from './_texts.ts'

const FOREIGN =
  /^(UserData|ZipFile|InlineCode|FunctionCode|BuildSpec|Build[Ss]pec|DefinitionString|Definition|DashboardBody|Description|AWS::CloudFormation::Init|Sql|TopicRulePayload|.*MappingTemplates?|(Request|Response)(Templates|Parameters)|InputTemplate|Commands?|Script|Content|EntryPoint|AlarmRule|Template(Body|Data)?|HtmlPart|TextPart|FilterPolicy|Expression|UserDataScript|Code|Schema|LogFormat|Format)$/

export default defineRule({
  id: 'intrinsic/placeholder-outside-sub',
  title: 'A ${Name} placeholder stands in a string without Fn::Sub',
  severity: 'warning',
  on: ['template'],
  fixes: 'safe',
  why: 'The text reaches the service as it is, with the placeholder in it.',
  fix: 'Put !Sub before the text; write ${!Name} for what shall stay as it is.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html',
      fact: 'Only Fn::Sub replaces ${Name} by the value of a parameter, resource or pseudo parameter.',
    },
  ],
  notes: ['002:1320', '002:1322', '002:1323', '002:1324', '002:1326', '002:1327', '002:1350'],
  cfnLint: ['E1029'],
  messages: {
    placeholder: '"{name}" is not filled in, as this text is not in Fn::Sub; put !Sub before it.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const { node, keys } of textsOutsideSub(template)) {
      // Scripts, programs and templates of services have the same notation for variables of their own.
      if (!node.text.includes('${') || keys.some((key) => FOREIGN.test(key)) || keys.includes('DefinitionSubstitutions')) continue
      const isScript = node.text.includes('\n')
      const told = new Set<string>()
      const variables = subVariables(node.text)
      const isMeant = ({ name }: { readonly name: string }): boolean => {
        const dot = name.indexOf('.')
        const meaning = template.names.meaningOf(dot > 0 && !name.startsWith('AWS::') ? name.slice(0, dot) : name)
        return meaning === 'pseudo' || (!isScript && (meaning === 'resource' || (meaning === 'parameter' && dot < 0)))
      }
      const fix = variables.every(isMeant) ? wrap(node, 'Fn::Sub') : undefined
      for (const variable of variables) {
        const { name, start, end } = variable
        if (!isMeant(variable) || told.has(name)) continue
        told.add(name)
        report({ node, span: template.partOf(node, start, end), when: template.whenAt(node) }, 'placeholder', { name }, fix)
      }
    }
  },
})
