import { both, canHold, defineRule, formsOf, nodesAt, type Properties, type Resource, string, type When } from '#rule'

/** What of a task definition needs the role, in the words of the message. */
function* needsOf(task: Resource): Generator<{ what: string; when: When }> {
  const containers = task.items('ContainerDefinitions')
  for (const container of containers) {
    const logs = container.items('LogConfiguration')
    if (isSet(container, 'Secrets') || logs.some((one) => isSet(one, 'SecretOptions')))
      yield { what: 'its tasks read secrets with it', when: container.when }
    if (isSet(container, 'EnvironmentFiles')) yield { what: 'its tasks read files of variables with it', when: container.when }
    if (isSet(container, 'RepositoryCredentials'))
      yield { what: 'its tasks read the credentials of the registry with it', when: container.when }
  }
  for (const { value, when } of task.known('RequiresCompatibilities.*', string)) {
    if (value !== 'FARGATE') continue
    for (const container of containers.map((one) => one.under(both(one.when, when)))) {
      for (const driver of container.known('LogConfiguration.LogDriver', string))
        if (driver.value === 'awslogs') yield { what: 'Fargate sends the logs (awslogs) with it', when: driver.when }
      for (const { node, when: under } of nodesAt(container, 'Image')) {
        const image = formsOf(task.template, node, under).find(({ text }) => /\.dkr\.ecr\./.test(text))
        if (image) yield { what: 'Fargate pulls the image from ECR with it', when: image.when }
      }
    }
  }
}

/** Whether a list has items, or a map is there. */
const isSet = (of: Properties, path: string): boolean => {
  const facts = of.facts(path)
  const isEmpty = (fact: (typeof facts)[number]): boolean =>
    fact.state !== 'known' || (fact.value.kind === 'sequence' && fact.value.items.length === 0)
  return facts.some((fact) => !isEmpty(fact))
}

export default defineRule({
  id: 'ecs/execution-role-missing',
  title: 'Fargate tasks with ECR images, awslogs or secrets need a role',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition ("Fargate requires task definition to have execution role ARN to support ECR images"), or its tasks cannot start.',
  fix: 'Give ExecutionRoleArn, a role with the managed policy AmazonECSTaskExecutionRolePolicy and leave to read the secrets.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_execution_IAM_role.html',
      fact: 'On Fargate the role pulls private images of ECR and sends logs with awslogs; everywhere it reads secrets and the credentials of registries.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/private-auth.html',
      fact: 'Private registries need the role, for the agent reads the credentials with it.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html',
      fact: 'Files of variables need the role, for the agent reads them from S3 with it.',
    },
    { url: 'https://github.com/hashicorp/terraform-provider-aws/issues/3051', fact: 'The error when it is missing for an image of ECR.' },
    { url: 'https://github.com/virtual-kubelet/virtual-kubelet/issues/193', fact: 'The error when it is missing for awslogs.' },
    { url: 'https://github.com/fabfuel/ecs-deploy/issues/87', fact: 'The error when it is missing for secrets, on every launch type.' },
  ],
  notes: ['001:904', '001:905', '001:906', '001:907', '001:908', '002:1551', '002:1552', '002:1553', '002:1563', '003:460', '003:462'],
  cfnLint: ['E3048'],
  messages: {
    missing: 'ExecutionRoleArn is not set, but {what}; add it.',
  },
  check(task, { report }) {
    for (const absent of task.absent('ExecutionRoleArn')) {
      for (const { what, when } of needsOf(task)) {
        const joint = both(absent.when, when)
        if (!canHold(joint)) continue
        report({ node: absent.node, when: joint }, 'missing', { what })
        break
      }
    }
  },
})
