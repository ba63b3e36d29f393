import { defineRule, embed, OPAQUE, POLICY_PLACES, type Properties, table, textsOf } from '#rule'

/** Properties that hold JSON as text, besides those that hold policies and those that have a rule of their own: the lists on the way to each, and its name. */
const PROPERTIES: Readonly<Record<string, readonly (readonly string[])[]>> = table({
  'AWS::ApiGateway::Model': [['Schema']],
  'AWS::ApiGateway::RestApi': [['Body']],
  'AWS::ApiGatewayV2::Api': [['Body']],
  'AWS::AppConfig::ConfigurationProfile': [['Validators', 'Content']],
  'AWS::Events::Rule': [['Targets', 'Input']],
  'AWS::Scheduler::Schedule': [['Target', 'Input']],
  'AWS::SecretsManager::Secret': [['GenerateSecretString', 'SecretStringTemplate']],
  'AWS::SSM::Document': [['Content']],
})

export default defineRule({
  id: 'template/malformed-embedded-json',
  title: 'A property that takes JSON text holds invalid JSON',
  severity: 'error',
  on: ['*'],
  why: 'The service parses the text when the resource is created, and refuses it.',
  fix: 'Correct the JSON where the message points to: no comma before a closing bracket, no comments, names in double quotes.',
  sources: [
    {
      url: 'https://www.rfc-editor.org/rfc/rfc8259',
      fact: 'JSON has no trailing commas and no comments; names are strings in double quotes.',
    },
  ],
  notes: ['001:970', '001:971', '001:972', '001:973'],
  cfnLint: ['E3601'],
  messages: { malformed: '{property} holds no well-formed JSON: {detail}.' },
  check(resource, { report }) {
    const { template } = resource
    const policies = (POLICY_PLACES[resource.type] ?? []).flatMap(({ isBare, path }) =>
      isBare ? [] : [path.split('.').filter((step) => step !== '*')],
    )
    for (const path of [...(PROPERTIES[resource.type] ?? []), ...policies]) {
      const property = path.at(-1) as string
      const holders = path.slice(0, -1).reduce<Properties[]>((all, step) => all.flatMap((one) => one.items(step)), [resource])
      for (const holder of holders) {
        for (const { text, host, when } of textsOf(template, holder, property)) {
          // Only what is surely meant as an object or a list, and whose unknown parts stand within strings.
          const known = text.text.replace(/\$\{[^}]*\}/g, OPAQUE)
          if (!/^\s*[{[]/.test(known) || known.replace(/"(?:[^"\\]|\\.)*"/gs, '""').includes(OPAQUE)) continue
          const problem = embed(template.source, host, text).problems.find(({ code }) => code === 'syntax-error')
          if (problem)
            report({ node: host, span: problem.span, when }, 'malformed', { property, detail: problem.detail.replace(/\.$/, '') })
        }
      }
    }
  },
})
