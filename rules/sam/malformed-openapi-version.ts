import { defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/malformed-openapi-version',
  title: 'OpenApiVersion must be 2.0 or 3.0.1 and the like',
  severity: 'error',
  on: ['AWS::Serverless::Api'],
  why: 'SAM chooses the form of the definition by this version and fails at one that it cannot read.',
  fix: 'Write a version such as 3.0.1, or 2.0 for Swagger.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-api.html#sam-api-openapiversion',
      fact: 'The version is 2.0 or one of the 3.0 versions.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/api_generator.py',
      fact: 'Two or three numbers, the first of them 2 or 3.',
    },
  ],
  messages: {
    version: 'OpenApiVersion is "{version}"; it must have the form 3.0.1.',
  },
  check(api, { report }) {
    for (const version of api.known('OpenApiVersion', string)) {
      if (!/^[23](\.\d)(\.\d)?$/.test(version.value)) report(version, 'version', { version: version.value })
    }
  },
})
