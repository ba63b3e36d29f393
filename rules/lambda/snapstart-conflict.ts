import { atKey, both, canHold, defineRule, functionsIn, number, present, type Resource, string, type When } from '#rule'
import { isFilled } from './_function.ts'

export default defineRule({
  id: 'lambda/snapstart-conflict',
  title: 'SnapStart excludes provisioned concurrency, EFS and more than 512 MB of /tmp',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function', 'AWS::Lambda::Alias', 'AWS::Lambda::Version'],
  why: 'Lambda rejects the version.',
  fix: 'Remove SnapStart, or what it does not go with.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html',
      fact: 'SnapStart does not support provisioned concurrency, EFS, or more than 512 MB of /tmp.',
    },
  ],
  notes: ['002:193', '002:195'],
  messages: {
    conflict: '{name} does not go with SnapStart; remove one of them.',
  },
  check(resource, { report }) {
    const isFunction = resource.type.endsWith('::Function')
    const functions = isFunction ? [{ function: resource, when: resource.when }] : functionsIn(resource.template, resource, 'FunctionName')
    for (const use of functions) {
      for (const snapStart of startsOf(use.function)) {
        const when = both(use.when, snapStart)
        if (!canHold(when)) continue
        const at = resource.under(when)
        if (resource.type !== 'AWS::Lambda::Function') {
          for (const set of present(at, 'ProvisionedConcurrencyConfig').filter(isFilled))
            report(atKey(set), 'conflict', { name: 'ProvisionedConcurrencyConfig' })
        }
        if (!isFunction) continue
        for (const set of present(at, 'FileSystemConfigs').filter(isFilled)) report(atKey(set), 'conflict', { name: 'FileSystemConfigs' })
        for (const size of at.known('EphemeralStorage.Size', number))
          if (size.value > 512) report(size, 'conflict', { name: 'EphemeralStorage above 512 MB' })
      }
    }
  },
})

/** When a function uses SnapStart. */
const startsOf = (fn: Resource): When[] =>
  fn.known('SnapStart.ApplyOn', string).flatMap(({ value, when }) => (value === 'PublishedVersions' ? [when] : []))
