import { defineRule, type Properties, type Resource, string, table } from '#rule'

const FORMS: Readonly<Record<string, { readonly pattern: RegExp; readonly wanted: string }>> = table({
  AWS_XRAY_CONTEXT_MISSING: { pattern: /^(LOG_ERROR|RUNTIME_ERROR|IGNORE_ERROR)$/i, wanted: 'LOG_ERROR, RUNTIME_ERROR or IGNORE_ERROR' },
  AWS_XRAY_DAEMON_ADDRESS: {
    pattern: /^([\w.-]+:\d+|(tcp|udp):[\w.-]+:\d+ (tcp|udp):[\w.-]+:\d+)$/,
    wanted: 'an address with a port, or one for tcp and one for udp',
  },
  AWS_XRAY_DEBUG_MODE: { pattern: /^(true|false)$/i, wanted: 'TRUE or FALSE' },
})

export default defineRule({
  id: 'xray/invalid-environment-value',
  title: 'X-Ray variables have fixed values',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function', 'AWS::ECS::TaskDefinition'],
  why: 'The SDK ignores the value, or fails when the program starts.',
  fix: 'Use one of the values that the SDK knows.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/xray/latest/devguide/xray-sdk-nodejs-configuration.html',
      fact: 'AWS_XRAY_CONTEXT_MISSING is LOG_ERROR, RUNTIME_ERROR or IGNORE_ERROR.',
    },
  ],
  notes: ['001:1021', '001:1022', '001:1023', '001:1024', '001:1027'],
  messages: {
    value: '{name} is "{value}"; it must be {wanted}.',
  },
  check(resource, { report }) {
    for (const { name, at, path } of variablesOf(resource)) {
      const form = FORMS[name]
      for (const value of form ? at.known(path, string) : []) {
        if (!form?.pattern.test(value.value)) report(value, 'value', { name, value: value.value, wanted: form?.wanted ?? '' })
      }
    }
  },
})

/** Where a value stands, by the name of its variable. Lambda sets the address of the daemon itself. */
function variablesOf(resource: Resource): { name: string; at: Properties; path: string }[] {
  const names = Object.keys(FORMS)
  if (resource.type !== 'AWS::ECS::TaskDefinition')
    return names
      .filter((name) => name !== 'AWS_XRAY_DAEMON_ADDRESS')
      .map((name) => ({ name, at: resource, path: `Environment.Variables.${name}` }))
  return resource
    .items('ContainerDefinitions')
    .flatMap((container) =>
      container
        .items('Environment')
        .flatMap((at) => at.known('Name', string).map((name) => ({ name: name.value, at: at.under(name.when), path: 'Value' }))),
    )
}
