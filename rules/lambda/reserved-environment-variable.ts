import { defineRule, FUNCTION_TYPES } from '#rule'
import { environmentVariables } from './_environment.ts'

const RESERVED = new Set([
  '_HANDLER',
  '_X_AMZN_TRACE_ID',
  'AWS_ACCESS_KEY',
  'AWS_ACCESS_KEY_ID',
  'AWS_DEFAULT_REGION',
  'AWS_EXECUTION_ENV',
  'AWS_LAMBDA_FUNCTION_MEMORY_SIZE',
  'AWS_LAMBDA_FUNCTION_NAME',
  'AWS_LAMBDA_FUNCTION_VERSION',
  'AWS_LAMBDA_INITIALIZATION_TYPE',
  'AWS_LAMBDA_LOG_GROUP_NAME',
  'AWS_LAMBDA_LOG_STREAM_NAME',
  'AWS_LAMBDA_RUNTIME_API',
  'AWS_REGION',
  'AWS_SECRET_ACCESS_KEY',
  'AWS_SESSION_TOKEN',
  'LAMBDA_RUNTIME_DIR',
  'LAMBDA_TASK_ROOT',
])

export default defineRule({
  id: 'lambda/reserved-environment-variable',
  title: 'Environment variable names of the runtime are reserved',
  severity: 'error',
  on: FUNCTION_TYPES,
  why: 'Lambda sets these variables itself and refuses to create or update a function that brings its own.',
  fix: 'Choose another name. What the function wants to know is often in the reserved variable already: AWS_REGION is the Region that it runs in.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html#configuration-envvars-runtime',
      fact: 'Lists the variables that the runtime defines; the reserved ones cannot be set in the configuration of a function.',
    },
  ],
  notes: ['001:1025', '001:1026', '002:2001'],
  cfnLint: ['E3663'],
  messages: { reserved: 'Lambda sets the environment variable {name} itself; remove it or use another name.' },
  check(resource, { report }) {
    for (const { entry, whens } of environmentVariables(resource)) {
      if (!RESERVED.has(entry.key.text)) continue
      for (const when of whens) report({ node: entry.value, span: entry.key.span, when }, 'reserved', { name: entry.key.text })
    }
  },
})
