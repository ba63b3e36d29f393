import { atKey, defineRule, present, string } from '#rule'

const BLOCKS = ['TimeBasedCanary', 'TimeBasedLinear']

export default defineRule({
  id: 'codedeploy/traffic-routing-mismatch',
  title: 'Traffic routing block does not fit its type',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentConfig'],
  why: 'CodeDeploy rejects the configuration.',
  fix: 'Give TimeBasedCanary its block, TimeBasedLinear its own, and AllAtOnce none.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_TrafficRoutingConfig.html',
      fact: 'The type of the shift, and a block for each of the two types in steps.',
    },
  ],
  notes: ['001:1139', '001:1141', '001:1142', '001:1143', '002:1198', '002:1203'],
  messages: {
    foreign: 'The block {name} does not go with the type {type}; make them agree.',
    missing: 'The type {type} needs a block {type}; add it.',
  },
  check(config, { report }) {
    for (const routing of config.items('TrafficRoutingConfig')) {
      for (const type of routing.known('Type', string)) {
        const of = routing.under(type.when)
        const foreign = BLOCKS.filter((name) => name !== type.value).flatMap((name) => present(of, name).map((fact) => ({ name, fact })))
        for (const { name, fact } of foreign) report(atKey(fact), 'foreign', { name, type: type.value })
        if (foreign.length === 0 && BLOCKS.includes(type.value))
          for (const absent of of.absent(type.value)) report({ node: type.node, when: absent.when }, 'missing', { type: type.value })
      }
    }
  },
})
