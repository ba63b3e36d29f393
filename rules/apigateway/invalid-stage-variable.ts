import { defineRule, string, table } from '#rule'

const PATHS: Readonly<Record<string, readonly string[]>> = table({
  'AWS::ApiGateway::Deployment': ['StageDescription.Variables', 'DeploymentCanarySettings.StageVariableOverrides'],
  'AWS::ApiGateway::Stage': ['Variables', 'CanarySetting.StageVariableOverrides'],
  'AWS::ApiGatewayV2::Stage': ['StageVariables'],
  'AWS::Serverless::Api': ['Variables', 'CanarySetting.StageVariableOverrides'],
  'AWS::Serverless::HttpApi': ['StageVariables'],
})

export default defineRule({
  id: 'apigateway/invalid-stage-variable',
  title: 'Stage variable names and values have a fixed alphabet',
  severity: 'error',
  on: [
    'AWS::ApiGateway::Stage',
    'AWS::ApiGateway::Deployment',
    'AWS::ApiGatewayV2::Stage',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
  ],
  why: 'API Gateway rejects the stage.',
  fix: 'Use letters, digits and underscores for names; values may also have - . ~ : / ? # & = and ,.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-stage.html',
      fact: 'Names of stage variables are alphanumeric with underscores; values match [A-Za-z0-9-._~:/?#&=,]+.',
    },
  ],
  notes: ['001:634', '001:635', '002:343', '002:1648', '002:2269', '002:2270'],
  messages: {
    name: 'The stage variable "{name}" may have letters, digits and underscores only; rename it.',
    value:
      'The value "{value}" of the stage variable {name} has {character}, which is not allowed there; only letters, digits and - . _ ~ : / ? # & = , are.',
  },
  check(stage, { report }) {
    for (const variables of (PATHS[stage.type] ?? []).flatMap((path) => stage.items(path))) {
      for (const entry of variables.entries) {
        const name = entry.key.text
        if (name.startsWith('Fn::')) continue
        if (!/^[A-Za-z0-9_]+$/.test(name)) report({ node: entry.key, when: variables.when }, 'name', { name })
        for (const fact of variables.cases(entry)) {
          const value = fact.state === 'known' ? string.read(fact.value) : undefined
          const character = value?.match(/[^A-Za-z0-9\-._~:/?#&=,]/)?.[0]
          if (fact.state === 'known' && value !== undefined && character !== undefined)
            report(fact, 'value', { name, value, character: character === ' ' ? 'a blank' : `"${character}"` })
        }
      }
    }
  },
})
