import { count, defineRule } from '#rule'

export default defineRule({
  id: 'elasticloadbalancingv2/several-default-certificates',
  title: 'A listener takes one default certificate',
  severity: 'error',
  on: ['AWS::ElasticLoadBalancingV2::Listener'],
  why: 'The load balancer service rejects the listener.',
  fix: 'Keep one certificate here and add the others with AWS::ElasticLoadBalancingV2::ListenerCertificate.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html',
      fact: 'The list of a listener holds exactly its default certificate.',
    },
  ],
  notes: ['001:374', '001:378', '001:379', '001:380', '003:107'],
  check: count('Certificates', { max: 1, noun: 'certificates' }),
})
