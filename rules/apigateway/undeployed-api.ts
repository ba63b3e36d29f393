import { apisOf, defineRule, partsOf } from '#rule'

const MAKERS = ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment', 'AWS::ApiGatewayV2::Stage', 'AWS::ApiGatewayV2::Deployment']
const PARTS = ['AWS::ApiGateway::Method', 'AWS::ApiGateway::Resource', 'AWS::ApiGatewayV2::Route', 'AWS::ApiGatewayV2::Integration']
/** What belongs to an API and does not deploy it. */
const INNER =
  /^AWS::(ApiGateway|ApiGatewayV2)::(Method|Resource|Route|Integration|Authorizer|Model|RequestValidator|GatewayResponse|UsagePlan|IntegrationResponse|RouteResponse)$|^AWS::Lambda::Permission$/

export default defineRule({
  id: 'apigateway/undeployed-api',
  title: 'An API needs a deployment with a stage',
  severity: 'warning',
  on: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'],
  why: 'An API can be called only through a stage; without one it is there and answers nobody.',
  fix: 'Add a deployment and a stage.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-deploy-api.html',
      fact: 'An API is called through a stage, which serves a deployment of it.',
    },
  ],
  notes: ['002:342', '002:1675'],
  messages: { none: '{api} has no stage, so nobody can call it; add a deployment and a stage.' },
  check(api, { report }) {
    const { template } = api
    if (
      template.isOpen('Resources') ||
      partsOf(template, api.id, ...PARTS).length === 0 ||
      (api.type === 'AWS::ApiGatewayV2::Api' && api.present('Target').length > 0)
    )
      return
    if (template.resourcesOf(...MAKERS).some((maker) => apisOf(maker).some(({ resource }) => resource === api || !resource))) return
    // Whoever gets its ID may deploy it: another stack, a custom resource, a parameter that is stored.
    const isTold = template.references.usesOf(['Ref', 'GetAtt', 'Sub']).some(({ name, owner, section }) => {
      const type = template.resources.get(owner)?.type
      return name === api.id && (section !== 'Resources' || type === undefined || !INNER.test(type))
    })
    if (!isTold) report({ node: api.key, when: api.when }, 'none', { api: api.id })
  },
})
