import { closest, defineRule, number, respell, secondsOf, string, table } from '#rule'

const KEYS: Readonly<Record<string, readonly string[]>> = table({
  ResourceSignal: ['Count', 'Timeout'],
  AutoScalingCreationPolicy: ['MinSuccessfulInstancesPercent'],
})

export default defineRule({
  id: 'template/invalid-resource-signal',
  title: 'Resource signals are counted in whole numbers and awaited PT12H at most',
  severity: 'error',
  on: ['*'],
  fixes: 'safe',
  why: 'CloudFormation rejects the template, or waits far longer or shorter than was meant.',
  fix: 'Write Timeout as PT15M or PT1H30M, up to PT12H, and Count as a whole number.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-creationpolicy.html',
      fact: 'Count is a number of signals; Timeout is an ISO 8601 duration of the form PT#H#M#S of 12 hours at most; MinSuccessfulInstancesPercent is 0 to 100.',
    },
  ],
  notes: ['002:1273', '002:2249'],
  cfnLint: ['E3055'],
  messages: {
    timeout: 'Timeout is "{value}"; write a duration such as PT15M or PT1H30M.',
    tooLong: 'Timeout is {value}; at most PT12H is possible.',
    count: 'Count is {value}; it must be a number of signals, which is not below 0.',
    percent: 'MinSuccessfulInstancesPercent is {value}; it must be 0 to 100.',
    misspelt: '{policy} has no "{name}"; did you mean "{near}"?',
    unknown: '{policy} has no "{name}"; remove it.',
  },
  check(resource, { report }) {
    const policy = resource.attributeMap('CreationPolicy')
    if (!policy || resource.template.isRewritten) return
    for (const fact of policy.known('ResourceSignal.Timeout', string)) {
      const seconds = secondsOf(fact.value)
      if (seconds === undefined) report(fact, 'timeout', { value: fact.value })
      else if (seconds > 12 * 3600) report(fact, 'tooLong', { value: fact.value })
    }
    for (const fact of policy.known('ResourceSignal.Count', number)) {
      if (fact.value < 0) report(fact, 'count', { value: fact.value })
    }
    for (const fact of policy.known('AutoScalingCreationPolicy.MinSuccessfulInstancesPercent', number)) {
      if (fact.value < 0 || fact.value > 100) report(fact, 'percent', { value: fact.value })
    }
    for (const [name, keys] of Object.entries(KEYS)) {
      for (const part of policy.items(name)) {
        for (const { key } of part.entries) {
          if (keys.includes(key.text) || part.isOpen) continue
          const near = closest(key.text, keys)
          if (near) report(key, 'misspelt', { policy: name, name: key.text, near }, respell(key, keys))
          else report(key, 'unknown', { policy: name, name: key.text })
        }
      }
    }
  },
})
