import { canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'autoscaling/load-balancer-health-ignored',
  title: 'A group behind a load balancer should use its health check',
  severity: 'warning',
  on: ['AWS::AutoScaling::AutoScalingGroup'],
  why: 'An instance that the load balancer finds unhealthy is never replaced: without ELB only the status checks of EC2 count.',
  fix: 'Set HealthCheckType to ELB, and HealthCheckGracePeriod to the time that an instance needs to start.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-health-checks.html',
      fact: 'The health checks of load balancers count only where they are turned on for the group.',
    },
  ],
  notes: ['001:271', '001:272', '001:273', '001:274', '001:275', '001:316', '001:325', '001:326', '002:51', '002:110', '003:54'],
  messages: {
    absent: 'The group has {path} and no HealthCheckType, so that it ignores what the load balancer finds; set it to ELB.',
    type: 'HealthCheckType is {value} although the group has {path}; set it to ELB, so that what the load balancer finds counts.',
  },
  check(group, { report }) {
    for (const type of group.possible('HealthCheckType', string)) {
      if (type.state === 'unknown' || (type.state === 'known' && /ELB|VPC_LATTICE/.test(type.value))) continue
      for (const path of ['TargetGroupARNs', 'LoadBalancerNames', 'TrafficSources']) {
        const [list] = group.under(type.when).counts(path)
        if (!list || list.least.count === 0 || !canHold(list.least.when)) continue
        if (type.state === 'known') report(type, 'type', { value: type.value, path })
        else report({ node: list.node, when: list.least.when }, 'absent', { path })
        break
      }
    }
  },
})
