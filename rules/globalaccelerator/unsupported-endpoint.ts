import { defineRule, leadsAt, table } from '#rule'

const LOAD_BALANCER = 'its ARN is !Ref of the load balancer'

/** What a type (with an attribute, or none for Ref) gives that is no endpoint. `*` stands for anything of it. */
const WRONG: Readonly<Record<string, string>> = table({
  'AWS::AutoScaling::AutoScalingGroup.*': 'an Auto Scaling group; name its load balancer',
  'AWS::CloudFront::Distribution.*': 'a distribution; only load balancers, instances and addresses can be endpoints',
  'AWS::EC2::EIP.': 'the address itself; use its AllocationId',
  'AWS::EC2::EIP.PublicIp': 'the address itself; use its AllocationId',
  'AWS::ElasticLoadBalancing::LoadBalancer.*': 'a Classic Load Balancer; use an Application or Network Load Balancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer.DNSName': `a host name; ${LOAD_BALANCER}`,
  'AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerFullName': `a name; ${LOAD_BALANCER}`,
  'AWS::ElasticLoadBalancingV2::LoadBalancer.LoadBalancerName': `a name; ${LOAD_BALANCER}`,
  'AWS::ElasticLoadBalancingV2::TargetGroup.*': 'a target group; name its load balancer',
  'AWS::Lambda::Function.*': 'a function; put a load balancer in front of it',
  'AWS::S3::Bucket.*': 'a bucket; only load balancers, instances and addresses can be endpoints',
  'AWS::Serverless::Function.*': 'a function; put a load balancer in front of it',
})

export default defineRule({
  id: 'globalaccelerator/unsupported-endpoint',
  title: 'Accelerator endpoints are load balancers, instances or addresses',
  severity: 'error',
  on: ['AWS::GlobalAccelerator::EndpointGroup'],
  why: 'Global Accelerator rejects the endpoint group.',
  fix: 'Give the ARN of an Application or Network Load Balancer, the ID of an instance or the allocation ID of an address.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/global-accelerator/latest/api/API_EndpointIdentifier.html',
      fact: 'EndpointId is the ARN of a load balancer, the allocation ID of an Elastic IP address or the ID of an instance.',
    },
  ],
  notes: ['002:2137', '002:2138'],
  messages: { unsupported: 'EndpointId is {what}.' },
  check(group, { report }) {
    for (const lead of leadsAt(group.template, group, 'EndpointConfigurations.*.EndpointId')) {
      const what = WRONG[`${lead.resource.type}.${lead.attribute ?? ''}`] ?? WRONG[`${lead.resource.type}.*`]
      if (what) report(lead, 'unsupported', { what })
    }
  },
})
