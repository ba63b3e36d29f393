import { defineRule, dynamicReferencesOf } from '#rule'

const ATTRIBUTES = ['DeletionPolicy', 'UpdateReplacePolicy', 'UpdatePolicy', 'CreationPolicy', 'DependsOn', 'Condition', 'Type']

export default defineRule({
  id: 'intrinsic/misplaced-dynamic-reference',
  title: 'Dynamic reference is not resolved where it stands',
  severity: 'warning',
  on: ['template'],
  why: 'The text stays as it is, braces and all, or the deployment fails.',
  fix: 'Write the dynamic reference into the property of a resource that needs the value.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
      fact: 'Dynamic references to secrets are resolved in properties of resources.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm-secure-strings.html',
      fact: 'Secure strings are resolved in a few properties of resources.',
    },
  ],
  notes: ['002:1293', '004:320'],
  cfnLint: ['E1051', 'E1052'],
  messages: {
    attribute: '{text} is not resolved in {attribute}; dynamic references stand in properties of resources.',
    section: '{text} is not resolved in {section}; dynamic references stand in properties of resources.',
    output: '{text} is not resolved in outputs; secrets are resolved in properties of resources only.',
  },
  check(template, { report }) {
    for (const { text, parts, node, span, section, path } of dynamicReferencesOf(template)) {
      const isSecret = parts[0] === 'secretsmanager' || parts[0] === 'ssm-secure'
      if (section === 'Resources' && path[0] !== undefined && ATTRIBUTES.includes(path[0]))
        report({ node, span, when: template.whenAt(node) }, 'attribute', { text, attribute: path[0] })
      else if (section === 'Conditions' || section === 'Rules')
        report({ node, span, when: template.whenAt(node) }, 'section', { text, section })
      else if (section === 'Outputs' && isSecret && path[0] !== 'Description')
        report({ node, span, when: template.whenAt(node) }, 'output', { text })
    }
  },
})
