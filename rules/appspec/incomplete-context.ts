import { childOf, defineRule, isBlank, isNothing, isUnevaluated, kindName } from '#rule'
import { AGENT_CONTEXT, PERMISSIONS } from './_pages.ts'

export default defineRule({
  id: 'appspec/incomplete-context',
  title: 'SELinux context needs a type',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent refuses the whole AppSpec, although the guide calls the type optional.',
  fix: 'Add `type`, for example httpd_sys_content_t, or remove the context.',
  sources: [
    { url: PERMISSIONS, fact: 'context has the values user, type and range of a security label.' },
    { url: AGENT_CONTEXT, fact: 'A context without type raises "specifies an invalid context type"; the user is read from the key name.' },
  ],
  notes: ['001:1098', '002:1207'],
  messages: {
    notMapping: '"context" is {kind}; write the keys name, type and range below it.',
    missing: '"context" has no "type" (CodeDeploy: "specifies an invalid context type"); add it.',
    empty: '"type" is empty (CodeDeploy: "specifies an invalid context type"); write an SELinux type such as httpd_sys_content_t.',
    notText: '"{key}" is {kind}; write it as text.',
  },
  check(appspec, { report }) {
    for (const item of appspec.permissions) {
      const context = childOf(item, 'context')
      if (!context || isNothing(context) || isUnevaluated(context)) continue
      if (context.kind !== 'mapping') {
        report(context, 'notMapping', { kind: kindName(context) })
        continue
      }
      const type = childOf(context, 'type')
      if (!type) report(context, 'missing')
      else if (isBlank(type)) report(type, 'empty')
      for (const key of ['type', 'name']) {
        const value = childOf(context, key)
        if (value && value.kind !== 'scalar' && !isUnevaluated(value)) report(value, 'notText', { key, kind: kindName(value) })
      }
    }
  },
})
