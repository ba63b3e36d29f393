import { callOf, childOf, defineRule, eventsOf, idIn } from '#rule'

export default defineRule({
  id: 'sam/event-source-elsewhere',
  title: 'Bucket or user pool of an event must be in the same template',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'SAM adds the notification to the resource itself, so it must be in the template; the transform fails at any other.',
  fix: 'Name the resource with Ref; for a bucket of another stack use an EventBridgeRule.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-s3.html',
      fact: 'The bucket must be defined in the same template.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-cognito.html',
      fact: 'The same for the user pool.',
    },
  ],
  messages: {
    elsewhere: '{name} must be a Ref of an {type} of this template.',
    kind: '{name} refers to {id}, which is {found}; it must be an {type} of this template.',
  },
  check(resource, { report }) {
    const { template } = resource
    if (template.isOpen('Resources')) return
    for (const { properties, type } of eventsOf(resource, 'S3', 'Cognito')) {
      const [name, wanted] =
        type?.text === 'S3' ? (['Bucket', 'AWS::S3::Bucket'] as const) : (['UserPool', 'AWS::Cognito::UserPool'] as const)
      const written = childOf(properties.node, name)
      const call = callOf(written)
      if (!written || call?.name === 'Fn::Transform' || (written.kind === 'scalar' && written.value === null)) continue
      const id = call?.name === 'Ref' ? idIn(written) : undefined
      const found = template.resources.get(id ?? '')?.type
      if (!found) {
        // A parameter can hold the logical ID, and what nothing defines is told elsewhere.
        if (id === undefined || template.parameters.has(id)) report(written, 'elsewhere', { name, type: wanted })
      } else if (found !== wanted) report(written, 'kind', { name, id: id ?? '', found, type: wanted })
    }
  },
})
