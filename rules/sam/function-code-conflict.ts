import { atKey, both, canHold, childOf, defineRule, present } from '#rule'

export default defineRule({
  id: 'sam/function-code-conflict',
  title: 'Function takes only one of CodeUri and InlineCode',
  severity: 'warning',
  on: ['AWS::Serverless::Function'],
  why: 'SAM deploys the inline code and leaves the other code out, so that the function runs what nobody expects.',
  fix: 'Remove InlineCode or CodeUri.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-inlinecode',
      fact: 'InlineCode and CodeUri are two ways to give the code of a zip function.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'Where both are given, InlineCode is taken without an error.',
    },
  ],
  notes: ['001:24'],
  messages: { both: 'CodeUri is left out because InlineCode is set; keep one of them.' },
  check(resource, { report }) {
    // One that comes from Globals is overridden on purpose.
    if (!childOf(childOf(resource.body, 'Properties'), 'CodeUri')) return
    for (const uri of present(resource, 'CodeUri')) {
      for (const inline of present(resource, 'InlineCode')) {
        const when = both(uri.when, inline.when)
        if (canHold(when)) report({ ...atKey(uri, when), related: [{ node: inline.node, message: 'InlineCode' }] }, 'both')
      }
    }
  },
})
