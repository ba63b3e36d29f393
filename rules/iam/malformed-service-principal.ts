import { defineRule, isPlaceholder, suspectsOf, table } from '#rule'

// The domains of the partitions, and those of the few services that have one of their own.
const SERVICE =
  /^[a-z0-9-]+(\.[a-z0-9-]+)*\.(amazonaws\.(com(\.cn)?|eu)|amazon\.com|aws\.internal|ic\.gov|sgov\.gov|hci\.ic\.gov|adc-e\.uk|aws\.dev)$/i

const MISSPELT: Readonly<Record<string, string>> = table({
  apigatewaya: 'apigateway',
  'api-gateway': 'apigateway',
  'code-build': 'codebuild',
  'code-deploy': 'codedeploy',
  'code-pipeline': 'codepipeline',
  'lambda-edge': 'edgelambda',
  stepfunctions: 'states',
  eventbridge: 'events',
})

export default defineRule({
  id: 'iam/malformed-service-principal',
  title: 'A service principal ends with .amazonaws.com',
  severity: 'error',
  on: ['policy'],
  why: 'The policy is rejected because of an invalid principal, and the resource that holds it is not created.',
  fix: 'Write the principal of the service in full, such as lambda.amazonaws.com.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-services',
      fact: 'A service principal is a service and the domain of AWS, mostly service.amazonaws.com.',
    },
  ],
  notes: ['001:950', '001:958', '001:962', '002:626', '002:634', '002:1007', '002:1008', '002:2184'],
  cfnLint: ['E3512', 'E3513', 'E3530'],
  messages: {
    malformed: 'Service is "{value}"; it must be the full name of a service, {advice}.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      for (const element of ['Principal', 'NotPrincipal'] as const) {
        const services = statement.principals(element).filter(({ type, isWhole }) => type === 'Service' && isWhole)
        for (const { text, place } of suspectsOf(services, (text) => text !== '*' && !isPlaceholder(text) && !SERVICE.test(text))) {
          const [name = ''] = text.toLowerCase().split('.')
          const advice = /^[a-z0-9-]+$/.test(name) ? `such as ${MISSPELT[name] ?? name}.amazonaws.com` : 'such as lambda.amazonaws.com'
          report(place, 'malformed', { value: text, advice })
        }
      }
    }
  },
})
