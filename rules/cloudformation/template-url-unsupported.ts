import { defineRule, string } from '#rule'

export default defineRule({
  id: 'cloudformation/template-url-unsupported',
  title: 'Nested stack TemplateURL must be an https URL of S3',
  severity: 'error',
  on: ['AWS::CloudFormation::Stack'],
  why: 'CloudFormation reads nested templates from S3 (or Systems Manager documents) over https only.',
  fix: 'Write https://BUCKET.s3.REGION.amazonaws.com/KEY.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-stack.html',
      fact: 'TemplateURL points to a template of at most 1 MB in an S3 bucket and must begin with https://.',
    },
  ],
  notes: ['002:1367', '002:1369', '002:1370', '002:1371', '002:1372', '003:246'],
  messages: {
    scheme: 'TemplateURL is "{url}"; write the https URL of the object, https://BUCKET.s3.REGION.amazonaws.com/KEY.',
    host: 'TemplateURL is "{url}", which is no object in S3; upload the template there.',
  },
  check(stack, { report }) {
    for (const fact of stack.known('TemplateURL', string)) {
      const url = fact.value
      // A default that whoever deploys may have to replace is no mistake of the template.
      if (fact.when.formula !== stack.when.formula && fact.when.because.length === stack.when.because.length) continue
      // A path is made a URL by aws cloudformation package.
      const match = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)/i.exec(url)
      if (!match) continue
      if (match[1]?.toLowerCase() !== 'https') {
        if (/^(s3|http|ftp)$/i.test(match[1] ?? '')) report(fact, 'scheme', { url })
      } else if (!/(^|\.)s3([.-]|$)|[${}<>%]|^localhost/i.test(match[2] ?? '')) report(fact, 'host', { url })
    }
  },
})
