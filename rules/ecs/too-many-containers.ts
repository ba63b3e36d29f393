import { count, defineRule } from '#rule'

export default defineRule({
  id: 'ecs/too-many-containers',
  title: 'A task definition holds at most ten containers',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Split the task.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-quotas.html',
      fact: 'A task definition holds at most ten containers.',
    },
  ],
  notes: ['001:887', '001:889', '001:890', '002:1549'],
  check: count('ContainerDefinitions', { max: 10, noun: 'containers' }),
})
