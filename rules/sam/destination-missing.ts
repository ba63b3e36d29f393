import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/destination-missing',
  title: 'Destination of an asynchronous call is missing',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'SAM makes a queue or a topic of its own only for the types SQS and SNS; the transform fails at the others.',
  fix: 'Give the ARN of the destination.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-onsuccess.html',
      fact: 'Destination is required where Type is Lambda or EventBridge.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'Only SQS and SNS are made where no destination is given.',
    },
  ],
  messages: {
    missing: '{name} has no Destination, which {type} needs; only SQS and SNS can do without.',
  },
  check(resource, { report }) {
    for (const name of ['OnSuccess', 'OnFailure']) {
      for (const config of resource.items(`EventInvokeConfig.DestinationConfig.${name}`)) {
        for (const type of config.known('Type', string)) {
          if (!['Lambda', 'EventBridge', 'S3Bucket'].includes(type.value)) continue
          for (const absent of config.absent('Destination')) {
            const when = both(type.when, absent.when)
            if (canHold(when)) report({ node: config.node, when }, 'missing', { name, type: type.value })
          }
        }
      }
    }
  },
})
