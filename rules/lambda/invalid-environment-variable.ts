import { defineRule, FUNCTION_TYPES } from '#rule'
import { environmentVariables } from './_environment.ts'

export default defineRule({
  id: 'lambda/invalid-environment-variable',
  title: 'Environment variable names start with a letter and have two characters',
  severity: 'error',
  on: FUNCTION_TYPES,
  why: 'Lambda checks the names when it creates the function and fails the deployment.',
  fix: 'Use at least two letters, digits and underscores, the first of them a letter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_Environment.html',
      fact: 'A key consists of a letter followed by one or more letters, digits or underscores.',
    },
  ],
  notes: ['001:1025', '001:1026', '002:183', '002:1700', '002:1999'],
  messages: {
    invalid: '"{name}" is no name for an environment variable; use two or more letters, digits and underscores, a letter first.',
  },
  check(resource, { report }) {
    for (const { entry, whens } of environmentVariables(resource)) {
      const name = entry.key.text
      // Reserved names that begin with an underscore are a matter of their own.
      if (/^([A-Za-z][A-Za-z0-9_]+|_HANDLER|_X_AMZN_TRACE_ID)$/.test(name)) continue
      for (const when of whens) report({ node: entry.value, span: entry.key.span, when }, 'invalid', { name })
    }
  },
})
