import { closest, defineRule, listOf, string } from '#rule'
import { PREDEFINED } from './_groups.ts'

const NAMES: readonly string[] = Object.values(PREDEFINED).flat()

export default defineRule({
  id: 'codedeploy/unknown-default-config',
  title: 'Predefined deployment configuration does not exist',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy finds no such configuration and the stack fails.',
  fix: 'Use one of the predefined names exactly as it is written: ECS says Every1Minutes where Lambda says Every1Minute.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/deployment-configurations.html',
      fact: 'Lists the predefined deployment configurations of each compute platform.',
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
    near: 'There is no deployment configuration CodeDeployDefault.{name}; did you mean CodeDeployDefault.{near}?',
    unknown: 'There is no deployment configuration CodeDeployDefault.{name}; use {known}.',
  },
  check(group, { report }) {
    for (const name of group.known('DeploymentConfigName', string)) {
      const [, own] = /^CodeDeployDefault\.(\w+)$/.exec(name.value) ?? []
      if (own === undefined || NAMES.includes(own)) continue
      // Numbers that do not exist are told with the others of the family.
      const family = NAMES.filter(
        (known) => /^(Lambda|ECS)?(Canary|Linear)/.exec(known)?.[0] === /^(Lambda|ECS)?(Canary|Linear)/.exec(own)?.[0],
      )
      const near = closest(own, NAMES)
      if (near) report(name, 'near', { name: own, near })
      else report(name, 'unknown', { name: own, known: listOf(family.length < NAMES.length && family.length ? family : NAMES) })
    }
  },
})
