import { both, canHold, defineRule, string } from '#rule'
import { enabledPreferences } from './_deployment.ts'

export default defineRule({
  id: 'sam/deployment-without-alarm',
  title: 'Gradual deployment has no alarm that could stop it',
  severity: 'info',
  on: ['AWS::Serverless::Function'],
  why: 'Without an alarm only a failing hook rolls back; errors of the new version reach ever more callers until all traffic is shifted.',
  fix: 'List the CloudWatch alarms in DeploymentPreference.Alarms whose going off shall roll the deployment back.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html',
      fact: 'CodeDeploy rolls a gradual deployment back when one of the alarms of the preference goes off.',
    },
  ],
  notes: ['001:760', '001:761', '001:762', '001:763', '001:1141', '001:1142', '001:1143', '002:1716'],
  messages: { alarm: 'Traffic is shifted gradually ({type}), yet no alarm can stop it; list some in Alarms.' },
  check(resource, { report }) {
    for (const { preference, when } of enabledPreferences(resource)) {
      const none = [
        ...preference.absent('Alarms').map((fact) => fact.when),
        ...preference.counts('Alarms').flatMap(({ least }) => (least.count === 0 ? [least.when] : [])),
      ]
      for (const type of preference.known('Type', string)) {
        if (!/^(CodeDeployDefault\.Lambda)?(Canary|Linear)/.test(type.value)) continue
        for (const without of none) {
          const place = { node: type.node, when: both(both(when, type.when), without) }
          if (canHold(place.when)) report(place, 'alarm', { type: type.value })
        }
      }
    }
  },
})
