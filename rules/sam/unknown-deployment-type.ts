import { closest, defineRule, respell, string } from '#rule'
import { DEPLOYMENT_TYPES, enabledPreferences } from './_deployment.ts'

export default defineRule({
  id: 'sam/unknown-deployment-type',
  title: 'Deployment type looks like a predefined one but is misspelt',
  severity: 'warning',
  on: ['AWS::Serverless::Function'],
  fixes: 'safe',
  why: 'SAM takes any other text for the name of a deployment configuration of your own; CodeDeploy then finds none and the stack fails.',
  fix: 'Use one of the predefined types exactly as it is written.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
      fact: 'Lists the predefined deployment types of canary and linear traffic shifting, and AllAtOnce.',
    },
  ],
  notes: [
    '000:370',
    '001:760',
    '001:761',
    '001:762',
    '001:763',
    '001:1141',
    '001:1142',
    '001:1143',
    '002:1709',
    '002:1711',
    '002:1712',
    '002:1713',
    '002:1714',
  ],
  messages: { misspelt: 'There is no deployment type "{type}"; did you mean "{near}"?' },
  check(resource, { report }) {
    const own = resource.template
      .resourcesOf('AWS::CodeDeploy::DeploymentConfig')
      .flatMap((config) => config.known('DeploymentConfigName', string).map((name) => name.value))
    for (const { preference } of enabledPreferences(resource)) {
      for (const type of preference.known('Type', string)) {
        const { value } = type
        if ((DEPLOYMENT_TYPES as readonly string[]).includes(value) || own.includes(value)) continue
        const near = closest(value, DEPLOYMENT_TYPES) ?? alike(value)
        if (near) report(type, 'misspelt', { type: value, near }, respell(type, DEPLOYMENT_TYPES))
      }
    }
  },
})

/** A canary or linear type whose numbers do not exist: the first one of its family. */
function alike(type: string): string | undefined {
  const family = /^(Canary|Linear|AllAtOnce)/.exec(type)?.[1]
  return family ? DEPLOYMENT_TYPES.find((known) => known.startsWith(family)) : undefined
}
