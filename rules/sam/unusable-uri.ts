import { defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/unusable-uri',
  title: 'Address of code or a definition is neither a path nor in S3',
  severity: 'error',
  on: [
    'AWS::Serverless::Function',
    'AWS::Serverless::LayerVersion',
    'AWS::Serverless::Api',
    'AWS::Serverless::HttpApi',
    'AWS::Serverless::StateMachine',
  ],
  why: 'SAM takes a path, which is uploaded when the application is packaged, or an address of S3; the transform fails at any other.',
  fix: 'Give a path of the project, or s3://BUCKET/KEY.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-codeuri',
      fact: 'The code is at a local path or at an S3 URI.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/s3_utils/uri_parser.py',
      fact: 'An address has the form s3://bucket/key with an optional version.',
    },
  ],
  messages: {
    scheme: '{name} is "{value}"; it must be a path, or s3://BUCKET/KEY.',
    key: '{name} is "{value}", which names no object; write s3://BUCKET/KEY.',
  },
  check(resource, { report }) {
    for (const name of ['CodeUri', 'ContentUri', 'DefinitionUri']) {
      if (!resource.node.entries.some(({ key }) => key.text === name)) continue
      for (const uri of resource.known(name, string)) {
        const { value } = uri
        if (/^[a-z][\w+.-]+:\/\//i.test(value) && !/^s3:/i.test(value)) report(uri, 'scheme', { name, value })
        else if (/^s3:/i.test(value) && !/^s3:\/\/[\w.${}:-]+\/.+/i.test(value)) report(uri, 'key', { name, value })
      }
    }
  },
})
