import { callOf, closest, defineRule, isLoop, RESOURCE_ATTRIBUTES, respell, SAM_RESOURCE_ATTRIBUTES } from '#rule'

export default defineRule({
  id: 'template/unknown-resource-attribute',
  title: 'Beside Properties a resource has only a few attributes',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'CloudFormation rejects a template with any other key there. Most often it is a property that was indented too little.',
  fix: 'Move properties below Properties; correct the names of attributes.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-product-attribute-reference.html',
      fact: 'A resource has Type, Properties and the attributes CreationPolicy, DeletionPolicy, DependsOn, Metadata, UpdatePolicy, UpdateReplacePolicy and Condition.',
    },
    {
      url: 'https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.ICfnResourceOptions.html',
      fact: 'The CDK writes a description beside Properties, where it is a note without effect.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-resources-and-properties.html',
      fact: 'With the serverless transform a resource can also have Connectors, and a serverless resource IgnoreGlobals.',
    },
  ],
  notes: ['002:1251', '002:1252', '002:1253'],
  cfnLint: ['E3001', 'E3066', 'W3001'],
  messages: {
    misspelt: 'Resource "{id}" has no attribute "{name}"; did you mean "{near}"?',
    property: 'Resource "{id}" has no attribute "{name}"; properties stand below Properties.',
  },
  check(resource, { report }) {
    const { id, template, body } = resource
    if (template.isRewritten || resource.isBodyOpen || callOf(body)) return
    const attributes: readonly string[] = template.kind === 'sam' ? SAM_RESOURCE_ATTRIBUTES : RESOURCE_ATTRIBUTES
    // The transform drops what it does not know; a serverless type of a template without it is reported for that.
    if (resource.type.startsWith('AWS::Serverless::')) return
    for (const { key } of body.entries) {
      const name = key.text
      if (attributes.includes(name) || isLoop(name)) continue
      // A note that CloudFormation takes and does not read: stacks that AWS makes itself have one on every resource.
      if (name === 'Description') continue
      // The version of the protocol between CloudFormation and a custom resource; there is only 1.0.
      if (name === 'Version' && /^(Custom::|AWS::CloudFormation::CustomResource$)/.test(resource.type)) continue
      const near = closest(name, attributes)
      // What stands for a missing Type is reported as that.
      if (near === 'Type' && !resource.attribute('Type')) continue
      if (near && !resource.attribute(near)) report(key, 'misspelt', { id, name, near }, respell(key, attributes))
      else report(key, 'property', { id, name })
    }
  },
})
