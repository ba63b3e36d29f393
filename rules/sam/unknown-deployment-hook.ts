import { closest, defineRule, table } from '#rule'

const HOOKS = ['PreTraffic', 'PostTraffic']
/** The names that CodeDeploy and CloudFormation have for the same two moments. */
const OTHER_NAMES: Readonly<Record<string, string>> = table({
  AfterAllowTraffic: 'PostTraffic',
  AfterAllowTrafficHook: 'PostTraffic',
  BeforeAllowTraffic: 'PreTraffic',
  BeforeAllowTrafficHook: 'PreTraffic',
})

export default defineRule({
  id: 'sam/unknown-deployment-hook',
  title: 'Deployment hooks are PreTraffic and PostTraffic',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'A hook under another name is never called, so that the deployment goes on without the check that it was to make.',
  fix: 'Name the function that runs before the traffic shifts PreTraffic, and the one that runs after it PostTraffic.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-hooks.html',
      fact: 'Hooks has the two properties PreTraffic and PostTraffic.',
    },
  ],
  notes: ['001:760', '001:761', '001:762', '001:763', '001:1141', '001:1142', '001:1143', '002:1715'],
  messages: {
    unknown: 'There is no deployment hook "{name}"; the hooks are PreTraffic and PostTraffic.',
    misspelt: 'There is no deployment hook "{name}"; did you mean "{near}"?',
    shape: 'Hooks must be a map with PreTraffic or PostTraffic.',
  },
  check(resource, { report }) {
    for (const fact of resource.facts('DeploymentPreference.Hooks')) {
      if (fact.state !== 'known') continue
      if (fact.value.kind !== 'mapping') {
        report(fact, 'shape')
        continue
      }
      for (const { key, value } of fact.value.entries) {
        const name = key.text
        if (HOOKS.includes(name) || name.startsWith('Fn::')) continue
        const place = { node: value, span: key.span, when: fact.when }
        const near = OTHER_NAMES[name] ?? HOOKS.find((hook) => `${hook}Hook` === name) ?? closest(name, HOOKS)
        if (near) report(place, 'misspelt', { name, near })
        else report(place, 'unknown', { name })
      }
    }
  },
})
