import { all, defineRule, each, exclusive, requiresOneOf } from '#rule'

export default defineRule({
  id: 'ecs/ambiguous-load-balancer',
  title: 'A service load balancer names a target group or a classic one',
  severity: 'error',
  on: ['AWS::ECS::Service'],
  why: 'ECS does not know where to register the tasks and rejects the service.',
  fix: 'Name the target group; a load balancer name is for classic load balancers only.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-loadbalancer.html',
      fact: 'An entry names a target group of an application or network load balancer, or the name of a classic one, not both.',
    },
  ],
  notes: ['001:349', '001:350', '001:351', '002:1209', '002:1555', '002:1557', '002:1561'],
  cfnLint: ['E3018'],
  check: each('LoadBalancers', all(exclusive('TargetGroupArn', 'LoadBalancerName'), requiresOneOf('TargetGroupArn', 'LoadBalancerName'))),
})
