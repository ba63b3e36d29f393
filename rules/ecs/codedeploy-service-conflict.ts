import { all, defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'ecs/codedeploy-service-conflict',
  title: 'Service setting cannot be combined with the CODE_DEPLOY controller',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS rejects the service.',
  fix: 'Remove the setting, or let ECS deploy the service itself.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-bluegreen.html',
      fact: 'With the CODE_DEPLOY controller a service is a replica service and has no circuit breaker.',
    },
  ],
  notes: ['000:371'],
  check: where(
    'DeploymentController.Type',
    ['CODE_DEPLOY'],
    all(
      where(
        'SchedulingStrategy',
        ['DAEMON'],
        forbid('A service that CodeDeploy deploys cannot be a daemon; remove {name}.', 'SchedulingStrategy'),
      ),
      where(
        'DeploymentConfiguration.DeploymentCircuitBreaker.Enable',
        ['true'],
        forbid('CodeDeploy does not support {name}; remove it.', 'DeploymentConfiguration.DeploymentCircuitBreaker'),
      ),
    ),
  ),
})
