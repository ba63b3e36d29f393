import { accessKeyIn, defineRule, FUNCTION_TYPES, isSecretName, isSecretValue, string, tokenIn } from '#rule'
import { environmentVariables } from './_environment.ts'

export default defineRule({
  id: 'lambda/plaintext-secret',
  title: 'Secrets do not belong in plain environment variables',
  severity: 'warning',
  on: FUNCTION_TYPES,
  why: 'Everyone who may read the configuration of the function, the template or its history has the secret.',
  fix: 'Keep the secret in Secrets Manager or Parameter Store, pass its name, and read it when the function starts.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      fact: 'Credentials belong into Secrets Manager and not into environment variables.',
    },
  ],
  notes: ['000:529', '000:533', '002:1993', '002:1999', '002:2003', '002:2008', '002:2013', '004:428'],
  messages: {
    secret: 'The environment variable {name} holds a secret in clear; pass the name of a secret and read it at run time.',
  },
  check(fn, { report }) {
    for (const { variables, entry } of environmentVariables(fn)) {
      const name = entry.key.text
      if (!isSecretName(name)) continue
      for (const fact of variables.cases(entry)) {
        // Defaults of parameters and what has the form of a key are matters of their own.
        const text = fact.state === 'known' && !fact.via ? string.read(fact.value) : undefined
        if (fact.state !== 'known' || text === undefined || tokenIn(text) || accessKeyIn(text, name)) continue
        if (isSecretValue(text, name)) report(fact, 'secret', { name })
      }
    }
  },
})
