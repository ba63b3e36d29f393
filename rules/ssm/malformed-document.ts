import { defineRule, listOf, type Properties, string, table } from '#rule'
import { documentsOf } from './_documents.ts'

const VERSIONS: Readonly<Record<string, readonly string[]>> = table({
  Command: ['1.2', '2.0', '2.2'],
  Policy: ['2.0', '2.2'],
  Automation: ['0.3'],
  'Automation.ChangeTemplate': ['0.3'],
  Session: ['1.0'],
})

export default defineRule({
  id: 'ssm/malformed-document',
  title: 'An SSM document has the schema version and the steps of its type',
  severity: 'error',
  on: ['AWS::SSM::Document'],
  why: 'Systems Manager refuses the document, and the deployment fails.',
  fix: 'Set schemaVersion to one of the type, list the steps in mainSteps, and give each an action and a name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html',
      fact: 'Command documents have schema 1.2, 2.0 or 2.2, Policy 2.0 or later, Automation 0.3, Session 1.0.',
    },
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/documents-schemas-features.html',
      fact: 'From 2.0 on mainSteps takes the place of runtimeConfig, and each step has an action and a name.',
    },
  ],
  messages: {
    unversioned: 'This document has no schemaVersion; set it to {wanted}.',
    version: 'The schemaVersion is "{value}"; a document of type {type} needs {wanted}.',
    steps: 'This document has no {field}; list in it what is to be done.',
    empty: 'The list mainSteps is empty; add at least one step.',
    field: 'This step has no {field}; add it.',
    duplicate: 'Two steps are called "{name}"; give each a name of its own.',
  },
  check(resource, { report }) {
    for (const { type, content } of documentsOf(resource)) {
      const versions = type === undefined ? undefined : VERSIONS[type]
      if (!type || !versions) continue
      const wanted = listOf(versions.map((version) => `"${version}"`))
      for (const absent of content.absent('schemaVersion')) report(absent, 'unversioned', { wanted })
      const [version, ...others] = content.known('schemaVersion', string)
      // Systems Manager still takes this one, which no page names any more.
      if (type === 'Command' && version?.value === '1.0') continue
      if (version && !versions.includes(version.value)) report(version, 'version', { value: version.value, type, wanted })
      if (!version || others.length || !versions.includes(version.value) || type === 'Session') continue
      const field = version.value === '1.2' ? 'runtimeConfig' : 'mainSteps'
      for (const absent of content.absent(field)) report(absent, 'steps', { field })
      if (field === 'mainSteps') steps(content, type)
    }

    function steps(content: Properties, type: string): void {
      for (const { node, most } of content.counts('mainSteps')) if (most.count === 0) report({ node, when: most.when }, 'empty')
      const names = new Set<string>()
      for (const step of content.items('mainSteps')) {
        for (const field of ['action', 'name']) for (const absent of step.absent(field)) report(absent, 'field', { field })
        const [name, ...others] = step.known('name', string)
        if (!name || others.length || type !== 'Automation') continue
        if (names.has(name.value)) report(name, 'duplicate', { name: name.value })
        names.add(name.value)
      }
    }
  },
})
