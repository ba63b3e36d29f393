import { atKey, both, canHold, defineRule, present, string, table, together } from '#rule'
import { api } from './_project.ts'

const IGNORED: Readonly<Record<string, readonly string[]>> = table({
  S3: ['Modes'],
  LOCAL: ['Location', 'CacheNamespace'],
  NO_CACHE: ['Modes', 'Location', 'CacheNamespace'],
})

export default defineRule({
  id: 'codebuild/ignored-cache-setting',
  title: 'Cache setting does not fit its type',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild ignores the setting, and the cache is not the one that was meant.',
  fix: 'Use Modes with LOCAL, Location and CacheNamespace with S3; Location is bucket/prefix.',
  sources: [{ url: api('ProjectCache'), fact: 'modes are only for LOCAL; location is bucket/prefix for S3 and ignored otherwise.' }],
  notes: ['000:325', '001:1087', '003:420'],
  messages: {
    ignored: '{name} is ignored with the cache type {type}; remove it, or change the type.',
    location: 'Location is "{value}"; it must be the name of the bucket, with a prefix behind a slash.',
  },
  check(project, { report }) {
    for (const cache of project.items('Cache')) {
      const types = cache.known('Type', string)
      for (const type of types) {
        for (const name of IGNORED[type.value] ?? []) {
          for (const fact of present(cache, name)) {
            const when = both(type.when, fact.when)
            if (canHold(when)) report(atKey(fact, when), 'ignored', { name, type: type.value })
          }
        }
      }
      for (const [type, location] of together(types, cache.known('Location', string))) {
        if (type.value === 'S3' && /^(arn|s3|https?):/.test(location.value)) report(location, 'location', { value: location.value })
      }
    }
  },
})
