import { butNot, canHold, defineRule, dependenciesOf, remove } from '#rule'

export default defineRule({
  id: 'template/redundant-dependency',
  title: 'DependsOn repeats an order that a reference already implies',
  severity: 'info',
  on: ['template'],
  fixes: 'safe',
  why: 'It says nothing new, and whoever removes the reference later keeps an order that nobody needs.',
  fix: 'Remove the entry from DependsOn.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-dependson.html',
      fact: 'Ref, Fn::GetAtt and Fn::Sub to a resource make it come first without DependsOn.',
    },
  ],
  notes: ['002:1240', '002:1275'],
  cfnLint: ['W3005'],
  messages: { redundant: 'DependsOn names "{to}", which "{from}" already refers to; remove it.' },
  check(template, { report }) {
    const dependencies = dependenciesOf(template)
    const references = new Map(
      dependencies
        .filter(({ kind }) => kind !== 'DependsOn' && kind !== 'event')
        .map((one) => [`${one.from} ${one.to} ${one.when.formula}`, one]),
    )
    for (const { kind, from, to, node, when } of dependencies) {
      // A reference that is there only under a condition of its own does not replace the entry.
      const reference = kind === 'DependsOn' && from !== to ? references.get(`${from} ${to} ${when.formula}`) : undefined
      if (!reference) continue
      // That it names what is not always there is a warning of its own.
      if (canHold(butNot(template.resources.get(from)?.when ?? when, when))) continue
      const { parent } = node
      const whole = parent?.kind === 'sequence' && parent.items.length === 1 ? parent : node
      report({ node, related: [{ node: reference.node, message: 'the reference' }] }, 'redundant', { from, to }, remove(whole))
    }
  },
})
