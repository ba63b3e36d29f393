import { defineRule, functionIn, functionsAt, isSpelledOut, leadsOf, nodesAt, spellingsOf, writtenOf } from '#rule'
import { associationsOf } from './_edge.ts'

export default defineRule({
  id: 'lambda/edge-unnumbered-version',
  title: 'CloudFront needs a numbered function version',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Ref an AWS::Lambda::Version (with SAM: AutoPublishAlias and !Ref Function.Version), or end the ARN in the number of a version.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
      fact: 'A function at the edge is given by a numbered version; $LATEST and aliases are not taken.',
    },
  ],
  notes: ['000:113', '000:122', '001:861', '002:233', '002:235', '002:237'],
  messages: {
    unnumbered: '{arn} is no numbered version of a function, as CloudFront needs it; Ref an AWS::Lambda::Version.',
  },
  check(distribution, { report }) {
    const { template } = distribution
    for (const association of associationsOf(distribution)) {
      for (const { node, when } of nodesAt(association, 'LambdaFunctionARN')) {
        for (const spelling of spellingsOf(template, node, when)) {
          const [use] = functionsAt(template, spelling.node, spelling.when)
          const [lead] = leadsOf(template, spelling.node, spelling.when)
          const named = functionIn(spelling.text)
          // What is not known of the name may hold the number.
          if (!named || !(use || isSpelledOut(named.name)) || (!use && !spelling.text.startsWith('arn:'))) continue
          const isAlias = lead?.resource.type === 'AWS::Lambda::Alias'
          const isOther = named.qualifier === undefined || (isSpelledOut(named.qualifier) && !/^\d+$/.test(named.qualifier))
          if (isAlias || isOther)
            report({ node: use?.node ?? spelling.node, when: spelling.when }, 'unnumbered', {
              arn: lead?.resource.id ?? writtenOf(spelling.text),
            })
        }
      }
    }
  },
})
