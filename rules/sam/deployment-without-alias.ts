import { both, canHold, defineRule } from '#rule'
import { enabledPreferences } from './_deployment.ts'

export default defineRule({
  id: 'sam/deployment-without-alias',
  title: 'Gradual deployment needs AutoPublishAlias',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'CodeDeploy shifts the traffic of an alias; without one there is nothing to shift and the transform fails.',
  fix: 'Set AutoPublishAlias on the function or in Globals, or set DeploymentPreference.Enabled to false.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-deploymentpreference',
      fact: 'A deployment preference requires AutoPublishAlias on the function.',
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
  messages: { alias: 'DeploymentPreference needs AutoPublishAlias, which {function} does not set.' },
  check(resource, { report }) {
    for (const { preference, when } of enabledPreferences(resource)) {
      for (const without of resource.lacking('AutoPublishAlias')) {
        const place = { node: preference.node, when: both(when, without), related: [{ node: resource.body, message: 'the function' }] }
        if (canHold(place.when)) report(place, 'alias', { function: resource.id })
      }
    }
  },
})
