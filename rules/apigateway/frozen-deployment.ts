import { apisOf, callOf, defineRule } from '#rule'

/** A part of a logical ID that comes from the content or the time: hexadecimal digits or a date. */
const STAMP = /(?=[0-9a-f]*\d)[0-9a-f]{8,}|\d{6,}/i

export default defineRule({
  id: 'apigateway/frozen-deployment',
  title: 'A deployment with a fixed logical ID is never renewed',
  severity: 'info',
  on: ['AWS::ApiGateway::Deployment'],
  why: 'CloudFormation deploys again only when the deployment itself changes: later changes of the API never reach the stage.',
  fix: 'Change the logical ID with each change of the API, or deploy by other means.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-deployment.html',
      fact: 'After a change of the API the stage keeps the old deployment unless a new one is made.',
    },
  ],
  notes: ['000:562', '002:1649', '002:1675', '003:352'],
  messages: { frozen: 'The deployment is made once and never renewed; change its logical ID with each change of the API.' },
  check(deployment, { report }) {
    const { template } = deployment
    const isOurs = apisOf(deployment).some(({ resource }) => resource?.type === 'AWS::ApiGateway::RestApi')
    const description = deployment.entries.find(({ key }) => key.text === 'Description')?.value
    if (!isOurs || template.isRewritten || STAMP.test(deployment.id) || callOf(description)) return
    report({ node: deployment.key, when: deployment.when }, 'frozen')
  },
})
