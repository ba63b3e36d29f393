import { defineRule, string } from '#rule'
import { api, without } from './_project.ts'

export default defineRule({
  id: 'codebuild/incomplete-cache',
  title: 'Build cache lacks its location or modes',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'CodeBuild does not know where or what to cache, and refuses the project.',
  fix: 'Give an S3 cache its Location (bucket/prefix), a LOCAL one its Modes.',
  sources: [{ url: api('ProjectCache'), fact: 'An S3 cache has a location, a LOCAL one has modes.' }],
  notes: ['000:325', '001:1087', '003:420'],
  cfnLint: ['E3636'],
  messages: {
    location: 'A cache of the type S3 has no Location; set it to bucket/prefix.',
    modes: 'A cache of the type LOCAL has no Modes; name at least one.',
  },
  check(project, { report }) {
    for (const cache of project.items('Cache')) {
      const types = cache.known('Type', string)
      const s3 = types.filter(({ value }) => value === 'S3')
      const local = types.filter(({ value }) => value === 'LOCAL')
      for (const { value, when } of without(cache, s3, 'Location')) report({ node: value.node, when }, 'location')
      for (const { value, when } of without(cache, local, 'Modes')) report({ node: value.node, when }, 'modes')
      if (local.length) {
        for (const { node, most } of cache.counts('Modes')) if (most.count === 0) report({ node, when: most.when }, 'modes')
      }
    }
  },
})
