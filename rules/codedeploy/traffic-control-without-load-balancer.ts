import { defineRule, string } from '#rule'
import { groupsOn } from './_groups.ts'

export default defineRule({
  id: 'codedeploy/traffic-control-without-load-balancer',
  title: 'Traffic control needs a load balancer',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group.',
  fix: 'Name the load balancer or target group in LoadBalancerInfo, or deploy WITHOUT_TRAFFIC_CONTROL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_CreateDeploymentGroup.html',
      fact: 'loadBalancerInfo says which load balancer the traffic is blocked at; it is missing where traffic control asks for one.',
    },
    { url: 'https://github.com/awsdocs/amazon-ecs-developer-guide/issues/213', fact: 'The error that CodeDeploy gives.' },
  ],
  notes: ['000:372', '001:1131', '001:1138', '001:1140', '002:1202', '002:1205', '002:2380', '002:2381', '002:2382', '003:49'],
  messages: {
    none: 'WITH_TRAFFIC_CONTROL needs LoadBalancerInfo; add it.',
  },
  check(resource, { report }) {
    for (const { group } of groupsOn(resource, 'Server')) {
      for (const option of group.known('DeploymentStyle.DeploymentOption', string)) {
        if (option.value !== 'WITH_TRAFFIC_CONTROL') continue
        for (const absent of group.under(option.when).absent('LoadBalancerInfo')) report({ node: option.node, when: absent.when }, 'none')
      }
    }
  },
})
