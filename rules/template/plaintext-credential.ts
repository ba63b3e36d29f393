import { defineRule, isPlaceholder, isSecretValue, SECRET_PROPERTIES } from '#rule'

export default defineRule({
  id: 'template/plaintext-credential',
  title: 'Password or token is written into the template',
  severity: 'warning',
  on: ['*'],
  why: 'Everyone who reads the template, its history, or the stack has the secret.',
  fix: 'Let the service manage it (ManageMasterUserPassword), or keep it in Secrets Manager and write {{resolve:secretsmanager:…}}.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html',
      fact: 'Credentials do not belong into templates; dynamic references read them from Secrets Manager or SSM.',
    },
  ],
  notes: [
    ...['001:114', '001:115', '001:119', '001:281', '002:1170', '002:1293', '002:1993', '002:2021', '002:2023', '002:2024', '002:2027'],
    ...['002:2124', '002:2126', '002:2127', '002:645', '004:428'],
  ],
  cfnLint: ['W1011', 'W2501'],
  messages: {
    literal: '{property} is written in clear; read it from Secrets Manager with a dynamic reference.',
    secret: 'SecretString is written in clear; let GenerateSecretString make it, or set it after the deployment.',
    plain: '{property} is read from a plain SSM parameter, which is stored in clear; use a secret.',
  },
  check(resource, { report }) {
    for (const path of SECRET_PROPERTIES[resource.type] ?? []) {
      const property = path
        .split('.')
        .filter((step) => step !== '*')
        .at(-1) as string
      for (const fact of resource.facts(path)) {
        const { node } = fact
        if (fact.state === 'unknown' && node.kind === 'scalar' && node.text.includes('{{resolve:ssm:'))
          report({ node, when: fact.when }, 'plain', { property })
        // A parameter has rules of its own.
        if (fact.state !== 'known' || fact.via || fact.value.kind !== 'scalar' || fact.value.value === null) continue
        const { text } = fact.value
        if (text.trim() === '' || isPlaceholder(text) || (property === 'SecretString' && !holdsSecret(text))) continue
        // A default that a Fn::Sub puts in can be replaced by whoever deploys.
        if (fact.when.formula !== resource.when.formula && fact.when.because.length === resource.when.because.length) continue
        if (property === 'SecretString') report(fact, 'secret')
        else report(fact, 'literal', { property })
      }
    }
  },
})

/** A secret can be made with an empty or a harmless value that is set later. */
function holdsSecret(text: string): boolean {
  const values = /^\s*[{[]/.test(text)
    ? [...text.matchAll(/(?:password|secret|token|key)"?\s*:\s*"([^"\s]+)"/gi)].map(([, value = '']) => value)
    : [text]
  return values.some((value) => !isPlaceholder(value) && isSecretValue(value, 'secret'))
}
