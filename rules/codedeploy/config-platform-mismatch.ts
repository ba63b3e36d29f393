import { canHold, childOf, defineRule, leadsOf, string } from '#rule'
import { type Platform, PREDEFINED, platformsIn, platformsOf } from './_groups.ts'

const PLATFORMS = Object.keys(PREDEFINED) as Platform[]

export default defineRule({
  id: 'codedeploy/config-platform-mismatch',
  title: 'Deployment configuration belongs to another platform',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group.',
  fix: 'Use a configuration of the platform of the application.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html',
      fact: 'Each deployment configuration is for one compute platform.',
    },
  ],
  notes: [
    '000:370',
    '000:371',
    '000:372',
    '001:4',
    '001:1139',
    '001:1140',
    '001:1141',
    '001:1142',
    '001:1143',
    '002:1203',
    '002:1712',
    '002:1713',
    '002:1714',
    '002:2380',
    '002:2381',
    '002:2382',
  ],
  messages: {
    mismatch: '{name} is for the platform {other}, but the application is for {platform}; use a configuration for {platform}.',
  },
  check(group, { report }) {
    const node = childOf(group.node, 'DeploymentConfigName')
    if (!node) return
    for (const { platform, when } of platformsOf(group)) {
      for (const name of group.under(when).known('DeploymentConfigName', string)) {
        const own = name.value.replace(/^CodeDeployDefault\./, '')
        const other = own === name.value ? undefined : PLATFORMS.find((one) => (PREDEFINED[one] as readonly string[]).includes(own))
        if (other && other !== platform) report(name, 'mismatch', { name: name.value, other, platform })
      }
      for (const lead of leadsOf(group.template, node, when)) {
        if (lead.resource.type !== 'AWS::CodeDeploy::DeploymentConfig') continue
        for (const config of platformsIn(lead.resource, lead.when))
          if (config.platform !== platform && canHold(config.when))
            report({ node: lead.node, when: config.when }, 'mismatch', { name: lead.resource.id, other: config.platform, platform })
      }
    }
  },
})
