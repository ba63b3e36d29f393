import { atKey, defineRule, present } from '#rule'
import { platformsIn } from './_groups.ts'

export default defineRule({
  id: 'codedeploy/config-setting-mismatch',
  title: 'Deployment configuration setting does not fit its platform',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentConfig'],
  why: 'CodeDeploy rejects the configuration.',
  fix: 'Set MinimumHealthyHosts for Server, TrafficRoutingConfig for Lambda and ECS.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations-create.html',
      fact: 'Minimum healthy hosts and zonal settings are for EC2/On-Premises, traffic routing for Lambda and ECS.',
    },
  ],
  notes: ['001:1139', '001:1141', '001:1142', '001:1143', '002:1198', '002:1203'],
  messages: {
    foreign: '{name} does not go with the platform {platform}; use {needed}.',
    missing: 'A configuration for {platform} needs {needed}; add it.',
  },
  check(config, { report }) {
    for (const { platform, when } of platformsIn(config, config.when)) {
      const of = config.under(when)
      const [needed, ...foreign] =
        platform === 'Server'
          ? ['MinimumHealthyHosts', 'TrafficRoutingConfig']
          : ['TrafficRoutingConfig', 'MinimumHealthyHosts', 'ZonalConfig']
      const wrong = foreign.flatMap((name) => present(of, name).map((fact) => ({ name, fact })))
      for (const { name, fact } of wrong) report(atKey(fact), 'foreign', { name, platform, needed: needed as string })
      if (wrong.length === 0)
        for (const absent of of.absent(needed as string)) report(absent, 'missing', { platform, needed: needed as string })
    }
  },
})
