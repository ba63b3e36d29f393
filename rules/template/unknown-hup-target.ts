import { callOf, childOf, closest, defineRule, type EmbeddedText, helperCalls, type Node, type Span, textsAt } from '#rule'
import { initOf } from './_init.ts'

export default defineRule({
  id: 'template/unknown-hup-target',
  title: 'A hook of cfn-hup names a resource that the template does not have',
  severity: 'warning',
  on: ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration', 'AWS::AutoScaling::AutoScalingGroup'],
  why: 'The hook watches nothing or its action fails, so that updates of the metadata never reach the instance.',
  fix: 'Write the logical ID of the resource that has the metadata.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cfn-hup.html',
      fact: 'path of a hook is Resources.<logicalResourceId> with what follows; its action runs cfn-init for a resource.',
    },
  ],
  notes: ['002:1390', '002:2246', '002:2248'],
  messages: {
    misspelt: 'This hook names "{id}", which is no resource of the template; did you mean "{near}"?',
    unknown: 'This hook names "{id}", which is no resource of the template; name the one that has the metadata.',
  },
  check(resource, { report }) {
    const { template } = resource
    if (template.isOpen('Resources')) return
    for (const config of itemsOf(initOf(resource))) {
      for (const file of itemsOf(childOf(config, 'files'))) {
        const content = childOf(file, 'content')
        for (const text of content ? textsAt(template, content, resource.when) : []) {
          for (const { id, span } of namesIn(text)) {
            if (template.resources.has(id)) continue
            const place = { node: text.host, span, when: text.when }
            const near = closest(id, template.resources.keys())
            if (near) report(place, 'misspelt', { id, near })
            else report(place, 'unknown', { id })
          }
        }
      }
    }
  },
})

/** The logical IDs in the hooks of a file, with their places; none where the commands are of another stack. */
function* namesIn({ text }: EmbeddedText): Generator<{ id: string; span: Span }> {
  if (!/^\s*triggers\s*=/m.test(text.text)) return
  for (const match of text.text.matchAll(/^(\s*path\s*=\s*Resources\.)([A-Za-z0-9]+)(?=[.\s]|$)/gm)) {
    const start = match.index + (match[1] as string).length
    yield { id: match[2] as string, span: text.span(start, start + (match[2] as string).length) }
  }
  for (const call of helperCalls(text, 'cfn-init')) {
    const named = call.option('--resource', '-r')
    if (named && !call.option('--stack', '-s') && /^[A-Za-z0-9]+$/.test(named.value)) yield { id: named.value, span: named.span }
  }
}

const itemsOf = (node: Node | undefined): readonly Node[] =>
  node?.kind === 'mapping' && !callOf(node) ? node.entries.map(({ value }) => value) : []
