import { defineRule, type Use } from '#rule'

export default defineRule({
  id: 'condition/circular-condition',
  title: 'Conditions refer to each other in a circle',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation rejects the template before it creates anything.',
  fix: 'Break the circle: write one of the conditions without the other.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/conditions-section-structure.html',
      fact: 'Conditions may refer to other conditions; each is evaluated once, before any resource is there.',
    },
  ],
  notes: ['000:707', '003:248'],
  messages: {
    itself: 'The condition "{name}" refers to itself.',
    circle: 'These conditions refer to each other in a circle: {circle}.',
  },
  check(template, { report }) {
    const edges = new Map<string, Use[]>()
    for (const use of template.references.usesOf(['Condition'], 'all')) {
      if (use.section === 'Conditions') edges.set(use.owner, [...(edges.get(use.owner) ?? []), use])
    }
    const done = new Set<string>()
    const follow = (name: string, way: readonly string[]): void => {
      if (done.has(name)) return
      for (const use of edges.get(name) ?? []) {
        const from = [...way, name].indexOf(use.name)
        if (from < 0) follow(use.name, [...way, name])
        else if (use.name === name) report(use.node, 'itself', { name })
        else report(use.node, 'circle', { circle: [...way, name, use.name].slice(from).join(' -> ') })
      }
      done.add(name)
    }
    for (const name of edges.keys()) follow(name, [])
  },
})
