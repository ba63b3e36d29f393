import { both, canHold, defineRule } from '#rule'
import { enabledPreferences } from './_deployment.ts'

export default defineRule({
  id: 'sam/deployment-type-missing',
  title: 'Deployment preference needs a Type',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'The transform fails: it cannot tell how the traffic is to be shifted.',
  fix: 'Set Type to one of the predefined values, such as Canary10Percent5Minutes, or to the name of a deployment configuration.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-deploymentpreference.html',
      fact: 'Type says how traffic is shifted; a preference that is enabled must have it.',
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
  messages: { type: 'DeploymentPreference of {function} has no Type; say how traffic is shifted, as Canary10Percent5Minutes.' },
  check(resource, { report }) {
    for (const { preference, when } of enabledPreferences(resource)) {
      for (const absent of preference.absent('Type')) {
        const place = { node: preference.node, when: both(when, absent.when) }
        if (canHold(place.when)) report(place, 'type', { function: resource.id })
      }
    }
  },
})
