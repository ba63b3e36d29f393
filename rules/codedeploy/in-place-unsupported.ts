import { defineRule, string } from '#rule'
import { groupsOn } from './_groups.ts'

const STYLE = { DeploymentType: 'BLUE_GREEN', DeploymentOption: 'WITH_TRAFFIC_CONTROL' }

export default defineRule({
  id: 'codedeploy/in-place-unsupported',
  title: 'Lambda and ECS deployments must be blue/green with traffic control',
  severity: 'error',
  on: ['AWS::CodeDeploy::DeploymentGroup'],
  why: 'CodeDeploy rejects the deployment group ("the deployment type must be BLUE_GREEN, and deployment option must be WITH_TRAFFIC_CONTROL"): without a DeploymentStyle it would be in place.',
  fix: 'Set DeploymentStyle to BLUE_GREEN and WITH_TRAFFIC_CONTROL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/welcome.html',
      fact: 'Deployments on the Lambda and ECS platforms are blue/green; only EC2/On-Premises can deploy in place.',
    },
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_DeploymentStyle.html',
      fact: 'The two parts of the style, with in-place and without traffic control as defaults.',
    },
  ],
  notes: ['000:365', '000:367', '000:370', '001:1131', '001:1138', '001:1140', '002:1202', '002:1205', '002:2380', '002:2381', '002:2382'],
  messages: {
    style: 'A group of the platform {platform} needs DeploymentStyle with BLUE_GREEN and WITH_TRAFFIC_CONTROL; add it.',
    missing: 'A group of the platform {platform} needs {name} {wanted} in its DeploymentStyle; add it.',
    wrong: 'A group of the platform {platform} needs {name} {wanted}, not {value}.',
  },
  check(resource, { report }) {
    for (const { platform, group } of groupsOn(resource, 'Lambda', 'ECS')) {
      for (const absent of group.absent('DeploymentStyle')) report(absent, 'style', { platform })
      for (const style of group.items('DeploymentStyle')) {
        for (const [name, wanted] of Object.entries(STYLE)) {
          for (const absent of style.absent(name)) report(absent, 'missing', { platform, name, wanted })
          for (const value of style.known(name, string))
            if (value.value !== wanted) report(value, 'wrong', { platform, name, wanted, value: value.value })
        }
      }
    }
  },
})
