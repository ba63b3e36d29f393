import { apisOf, boolean, defineRule, jointly, type Known, type Template, targetsOf, type When } from '#rule'

export default defineRule({
  id: 'apigateway/key-required-without-usage-plan',
  title: 'A method that requires an API key needs a usage plan covering its API',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method', 'AWS::Serverless::Api'],
  why: 'Keys count through a usage plan of the stage: without one, here or elsewhere, every call is answered with status 403.',
  fix: 'Add a usage plan that has the stage of the API, and put the keys into it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-usage-plans.html',
      fact: 'A key gives access to the stages of the usage plans that it is in.',
    },
  ],
  notes: [
    '000:580',
    '000:582',
    '001:638',
    '001:677',
    '001:678',
    '001:679',
    '001:680',
    '002:276',
    '002:413',
    '002:1632',
    '002:1659',
    '003:346',
    '004:350',
  ],
  messages: {
    none: 'A key is required, but no usage plan of this template has the API; add one, or every call is answered with status 403.',
  },
  check(resource, { report }) {
    const isSam = resource.type === 'AWS::Serverless::Api'
    const keys = resource.known(isSam ? 'Auth.ApiKeyRequired' : 'ApiKeyRequired', boolean).filter(({ value }) => value)
    if (keys.length === 0) return
    const planned = plannedApis(resource.template)
    if (!planned) return
    const judge = (key: Known<boolean>, when: When): void => {
      const joint = jointly(key.when, when)
      if (joint) report({ node: key.node, when: joint }, 'none')
    }
    for (const key of keys) {
      if (isSam) {
        // CREATE_PER_API and SHARED make a plan; what is not known may.
        const hasPlan =
          resource.facts('Auth.UsagePlan.CreateUsagePlan').some(({ state }) => state === 'unknown') ||
          resource.present('Auth.UsagePlan').length > 0
        if (!hasPlan && !planned.has(resource.id)) judge(key, resource.when)
        continue
      }
      for (const api of apisOf(resource)) {
        // An API behind a parameter may have its plan where it is made.
        const isOurs = api.resource !== undefined || api.node.kind === 'scalar'
        if (isOurs && !planned.has(api.key)) judge(key, api.when)
      }
    }
  },
})

/** The APIs that usage plans of the template cover; undefined where one may cover any. */
function plannedApis(template: Template): ReadonlySet<string> | undefined {
  if (template.isOpen('Resources')) return undefined
  const found = new Set<string>()
  for (const plan of template.resourcesOf('AWS::ApiGateway::UsagePlan')) {
    for (const fact of [...plan.facts('ApiStages'), ...plan.facts('ApiStages.*')]) if (fact.state === 'unknown') return undefined
    for (const stage of plan.items('ApiStages')) {
      for (const api of targetsOf(template, stage, 'ApiId')) {
        if (!api.resource && api.node.kind !== 'scalar') return undefined
        found.add(api.key)
      }
    }
  }
  return found
}
