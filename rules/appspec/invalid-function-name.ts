import { defineRule, knownText } from '#rule'
import { functionName } from './_functions.ts'
import { RESOURCES } from './_pages.ts'

export default defineRule({
  id: 'appspec/invalid-function-name',
  title: 'Name must be the name of a Lambda function',
  severity: 'error',
  on: ['appspec'],
  why: 'Lambda has no function of such a name, and the deployment fails.',
  fix: 'Write the name as Lambda lists it.',
  sources: [
    { url: RESOURCES, fact: 'Name is the name of the function to be deployed.' },
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
      fact: 'A function name has letters, digits, hyphens and underscores.',
    },
  ],
  messages: { name: '"Name" is "{value}"; the name of a function has letters, digits, hyphens and underscores only.' },
  check(appspec, { report }) {
    if (appspec.platform !== 'lambda') return
    for (const { properties } of appspec.targets) {
      const node = appspec.entry(properties, 'Name')?.value
      const value = knownText(node)?.trim()
      if (node && value && functionName(value) === undefined) report(node, 'name', { value })
    }
  },
})
