import { circlesOf, defineRule, dependenciesOf, lastOf } from '#rule'

export default defineRule({
  id: 'template/circular-dependency',
  title: 'Resources may not depend on each other in a circle',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation could not make any of them first; it rejects the template with "Circular dependency between resources".',
  fix: 'Break the circle: remove the reference, build a name of text instead, or move one half into a resource of its own, such as a security group rule, a bucket policy or a permission.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/troubleshooting.html',
      fact: 'Circular references are validation errors; Ref, Fn::GetAtt, Fn::Sub and DependsOn each make one resource wait for another.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/docs/faq.rst',
      fact: 'A function that reads the address of its own implicit API depends on what depends on it.',
    },
  ],
  notes: ['002:1240', '002:1275'],
  cfnLint: ['E3004'],
  messages: {
    circle: 'Resources depend on each other in a circle: {circle}; remove one of the references.',
    self: 'Resource "{id}" refers to itself, which is not possible before it is made; remove the reference.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const circle of circlesOf(dependenciesOf(template))) {
      const last = lastOf(circle)
      const place = {
        node: last.node,
        when: circle.when,
        ...(last.span ? { span: last.span } : {}),
        related: circle.edges.filter((edge) => edge !== last).map(({ node, from, to }) => ({ node, message: `${from} needs ${to}` })),
      }
      if (circle.edges.length === 1) report(place, 'self', { id: last.from })
      // Told from the resource that holds the reference to remove.
      const from = circle.edges.indexOf(last)
      const ids = [...circle.edges.slice(from), ...circle.edges.slice(0, from)].map((edge) => edge.from)
      if (ids.length > 1) report(place, 'circle', { circle: [...ids, last.from].join(' → ') })
    }
  },
})
