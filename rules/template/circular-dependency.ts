import { circlesOf, defineRule, dependenciesOf } from '#rule'

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
    circle: 'Resources depend on each other in a circle: {circle}; remove or move one of the references.',
    self: 'Resource "{id}" refers to itself, which is not possible before it is made; remove the reference.',
  },
  check(template, { report }) {
    if (template.isRewritten) return
    for (const circle of circlesOf(dependenciesOf(template))) {
      const { edges, when } = circle
      const related = edges.map(({ node, from, to }) => ({ node, message: `${from} needs ${to}` }))
      const [first] = edges
      if (edges.length === 1 && first)
        report({ node: first.node, when, ...(first.span ? { span: first.span } : {}) }, 'self', { id: first.from })
      // Any of them can be the one to change, so each says it.
      else
        edges.forEach(({ from }, i) => {
          const ids = [...edges.slice(i), ...edges.slice(0, i + 1)].map((edge) => edge.from)
          const member = template.resources.get(from)?.key
          if (member) report({ node: member, when, related }, 'circle', { circle: ids.join(' → ') })
        })
    }
  },
})
