import { count, defineRule, where } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/too-many-targets',
  title: 'Lambda and ALB target groups hold one target',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::TargetGroup'],
  why: 'The load balancer service rejects the targets.',
  fix: 'Make a target group for each function or load balancer.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html',
      fact: 'A target group of a function or of a load balancer holds one target.',
    },
  ],
  notes: ['000:393', '000:394', '000:395', '000:396', '001:368', '001:369', '001:370', '001:371', '002:76', '002:1583', '002:1588'],
  check: where('TargetType', ['lambda', 'alb'], count('Targets', { max: 1, noun: 'targets' })),
})
