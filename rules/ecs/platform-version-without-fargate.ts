import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'ecs/platform-version-without-fargate',
  title: 'PlatformVersion belongs to Fargate services',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service.',
  fix: 'Remove PlatformVersion.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html',
      fact: 'Only services on Fargate have a platform version.',
    },
  ],
  notes: ['002:1539', '002:1545', '002:1558'],
  check: where('LaunchType', ['EC2', 'EXTERNAL'], forbid('{name} belongs to services on Fargate; remove it.', 'PlatformVersion')),
})
