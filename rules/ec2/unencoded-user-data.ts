import { branchesOf, callOf, defineRule, LAUNCHING, nodesAt, shorten, textsAt } from '#rule'

const HEADER = /^\s*(#![^\n]*|#cloud-config|#cloud-boothook|#include|<powershell>|<script>|Content-Type:|MIME-Version:)/i

export default defineRule({
  id: 'ec2/unencoded-user-data',
  title: 'UserData must be wrapped in Fn::Base64',
  severity: 'error',
  on: [...LAUNCHING],
  why: 'The request is rejected: "Invalid BASE64 encoding of user data".',
  fix: 'Put the script under Fn::Base64.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-launchtemplate-launchtemplatedata.html',
      fact: 'User data has to be given base64-encoded; CloudFormation does not encode it by itself.',
    },
  ],
  notes: ['002:25', '002:135', '003:44'],
  messages: { plain: 'UserData begins with "{start}" and is not encoded; put it under Fn::Base64.' },
  check(resource, { report }) {
    const holders = resource.type === 'AWS::EC2::LaunchTemplate' ? resource.items('LaunchTemplateData') : [resource]
    for (const holder of holders) {
      for (const { node, when } of nodesAt(holder, 'UserData')) {
        for (const branch of branchesOf(resource.template, node, when)) {
          const call = callOf(branch.node)
          if (call && call.name !== 'Fn::Sub' && call.name !== 'Fn::Join') continue
          for (const { text, host, when: under } of textsAt(resource.template, branch.node, branch.when)) {
            const script = HEADER.exec(text.text)?.[1]
            if (script) report({ node: host, when: under }, 'plain', { start: shorten(script) })
          }
        }
      }
    }
  },
})
