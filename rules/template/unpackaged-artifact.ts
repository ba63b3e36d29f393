import { defineRule, string, table } from '#rule'

/** What aws cloudformation package uploads and rewrites. */
const PATHS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::RestApi': ['BodyS3Location'],
  'AWS::AppSync::FunctionConfiguration': ['CodeS3Location', 'RequestMappingTemplateS3Location', 'ResponseMappingTemplateS3Location'],
  'AWS::AppSync::GraphQLSchema': ['DefinitionS3Location'],
  'AWS::AppSync::Resolver': ['CodeS3Location', 'RequestMappingTemplateS3Location', 'ResponseMappingTemplateS3Location'],
  'AWS::CloudFormation::Stack': ['TemplateURL'],
  'AWS::ElasticBeanstalk::ApplicationVersion': ['SourceBundle'],
  'AWS::Glue::Job': ['Command.ScriptLocation'],
  'AWS::Lambda::Function': ['Code'],
  'AWS::Lambda::LayerVersion': ['Content'],
  'AWS::StepFunctions::StateMachine': ['DefinitionS3Location'],
})

export default defineRule({
  id: 'template/unpackaged-artifact',
  title: 'Template refers to a local file and must be packaged before it is deployed',
  severity: 'info',
  on: ['*'],
  why: 'CloudFormation does not see local files; deployed as it is, the template is rejected.',
  fix: 'Run aws cloudformation package first, and deploy what it writes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html',
      fact: 'The command uploads the local artifacts that a fixed list of properties names, and writes a template with their S3 locations.',
    },
  ],
  notes: ['000:187', '000:729', '001:81', '001:82', '001:83', '001:84', '001:85', '001:86'],
  cfnLint: ['W3002'],
  messages: { local: '{property} is the local path "{path}"; package the template before it is deployed.' },
  check(resource, { report }) {
    // In SAM local paths are the normal form of the source.
    if (resource.template.kind === 'sam') return
    for (const property of PATHS[resource.type] ?? []) {
      for (const fact of resource.known(property, string)) {
        const path = fact.value
        if (fact.via || path.trim() === '' || /^([a-z0-9-]+:|\/\/|\$|\{\{)/i.test(path)) continue
        report(fact, 'local', { property, path })
      }
    }
  },
})
