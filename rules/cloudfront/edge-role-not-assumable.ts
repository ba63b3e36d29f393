import { defineRule, jointly, rolesAt } from '#rule'
import { edgeFunctionsOf } from './_behaviors.ts'

export default defineRule({
  id: 'cloudfront/edge-role-not-assumable',
  title: 'The role of a Lambda@Edge function must trust edgelambda',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront refuses a function whose role it cannot use at the edge, and the stack fails.',
  fix: 'Allow sts:AssumeRole to lambda.amazonaws.com and to edgelambda.amazonaws.com in the trust policy of the role.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-edge-permissions.html',
      fact: 'The role of a function at the edge trusts lambda.amazonaws.com and edgelambda.amazonaws.com.',
    },
  ],
  notes: ['001:861'],
  messages: {
    role: 'The role {role} of {function} does not trust edgelambda.amazonaws.com; allow it sts:AssumeRole there.',
    made: 'SAM makes a role for {function} that does not trust edgelambda.amazonaws.com; set AssumeRolePolicyDocument.',
  },
  check(distribution, { report }) {
    for (const { function: fn, node, when } of edgeFunctionsOf(distribution)) {
      for (const use of rolesAt(fn, 'Role')) {
        const joint = jointly(when, use.when)
        if (joint && !use.role.mayBeTakenBy('edgelambda.amazonaws.com'))
          report({ node, when: joint }, 'role', { role: use.role.resource.id, function: fn.id })
      }
      if (fn.type !== 'AWS::Serverless::Function') continue
      for (const role of fn.absent('Role')) {
        for (const trust of fn.absent('AssumeRolePolicyDocument')) {
          const joint = jointly(when, role.when, trust.when)
          if (joint) report({ node, when: joint }, 'made', { function: fn.id })
        }
      }
    }
  },
})
