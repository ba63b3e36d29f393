import { defineRule, secretReferenceFault } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/malformed-secret-reference',
  title: 'Reference to a stored secret has the wrong form',
  severity: 'error',
  on: ['buildspec'],
  why: 'The build fails before its first command, because CodeBuild cannot find what the reference names.',
  fix: 'Write secret-id:json-key:version-stage:version-id under secrets-manager, and the name of a parameter under parameter-store.',
  sources: [
    {
      url: REFERENCE,
      fact: 'secrets-manager takes secret-id:json-key:version-stage:version-id; stage and id exclude each other; another account needs the ARN.',
    },
  ],
  notes: ['002:1189', '002:2352'],
  messages: {
    resolve: 'CodeBuild does not read "{value}"; write {form} without braces.',
    noId: '"{value}" names no secret; write secret-id:json-key:version-stage:version-id.',
    parts: '"{value}" has {count} parts; a name takes at most secret-id:json-key:version-stage:version-id.',
    arn: '"{value}" is no ARN of a secret; it begins with arn:aws:secretsmanager:region:account:secret:name.',
    both: '"{value}" gives a version stage and a version ID; give one of them.',
  },
  check(buildspec, { report }) {
    for (const { map, entry } of buildspec.variables) {
      const node = entry.value
      if (map === 'variables' || node.kind !== 'scalar') continue
      const value = node.text
      const { fault, parts } = secretReferenceFault(value) ?? {}
      if (fault === 'resolve')
        report(node, 'resolve', { value, form: map === 'parameter-store' ? 'the name of the parameter' : 'secret-id:json-key' })
      else if (map !== 'secrets-manager' || !fault) continue
      else if (fault === 'parts') report(node, 'parts', { value, count: parts ?? 0 })
      else report(node, fault, { value })
    }
  },
})
