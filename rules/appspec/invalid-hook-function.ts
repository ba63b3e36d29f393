import { defineRule, HOOK_EVENTS, isBlank, knownText, PLATFORM_NAMES } from '#rule'
import { functionName } from './_functions.ts'
import { ASSISTANT, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/invalid-hook-function',
  title: 'Hook must be the name or ARN of a Lambda function',
  severity: 'error',
  on: ['appspec'],
  why: 'CodeDeploy invokes the function at the event; without one the event fails and the deployment is rolled back.',
  fix: 'Write the name or ARN of a function, or remove the hook.',
  sources: [
    { url: HOOKS, fact: 'A hook of Lambda and ECS is the name or ARN of a Lambda function.' },
    { url: ASSISTANT, fact: "AWS's own checker refuses a hook without a function." },
  ],
  messages: {
    empty: '"{event}" names no function; write the name or ARN of one, or remove the event.',
    script: '"{event}" names "{value}"; {platform} runs no scripts: write the name or ARN of a Lambda function.',
    name: '"{event}" names "{value}", which is no name or ARN of a Lambda function; correct it.',
  },
  check(appspec, { report }) {
    const { platform } = appspec
    if (platform !== 'lambda' && platform !== 'ecs') return
    for (const { key, value } of appspec.hooks) {
      if (!HOOK_EVENTS[platform].includes(key.text) || value.kind !== 'scalar') continue
      const text = knownText(value)?.trim()
      const data = { event: key.text, value: value.text }
      if (isBlank(value)) report(value, 'empty', { event: key.text })
      else if (!text || functionName(text) !== undefined) continue
      else if (/\.(sh|py|js|ps1|bat)\b|\//.test(text)) report(value, 'script', { ...data, platform: PLATFORM_NAMES[platform] })
      else report(value, 'name', data)
    }
  },
})
