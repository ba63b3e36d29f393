import { contentsOf, defineRule, embed, OPAQUE, textsOf } from '#rule'

const MOST = 500

export default defineRule({
  id: 'cloudwatch/malformed-dashboard-body',
  title: 'The body of a dashboard is JSON text with widgets',
  severity: 'error',
  on: ['AWS::CloudWatch::Dashboard'],
  why: 'CloudWatch refuses the dashboard, and the deployment fails.',
  fix: 'Write DashboardBody as the text of a JSON object with the list widgets, which holds 500 at most.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Dashboard-Body-Structure.html',
      fact: 'A dashboard body is a text in JSON with an array widgets of 0 to 500 items.',
    },
  ],
  notes: ['000:478', '004:129'],
  messages: {
    syntax: 'DashboardBody holds no well-formed JSON: {detail}.',
    missing: 'This dashboard has no widgets; add the list, which may be empty.',
    noList: '"widgets" is no list; write a list of widgets.',
    tooMany: 'This dashboard has {count} widgets; it must have at most 500.',
  },
  check(dashboard, { report }) {
    const { template } = dashboard
    for (const { text, host, when } of textsOf(template, dashboard, 'DashboardBody')) {
      const known = text.text.replace(/\$\{[^}]*\}/g, OPAQUE)
      // Unknown parts must stand within texts: others may be anything.
      if (!/^\s*[{[]/.test(known) || known.replace(/"(?:[^"\\]|\\.)*"/gs, '""').includes(OPAQUE)) continue
      const problem = embed(template.source, host, text).problems.find(({ code }) => code === 'syntax-error')
      if (problem) report({ node: host, span: problem.span, when }, 'syntax', { detail: problem.detail.replace(/\.$/, '') })
    }
    for (const body of contentsOf(dashboard, 'DashboardBody')) {
      for (const absent of body.absent('widgets')) report(absent, 'missing')
      for (const fact of body.facts('widgets')) if (fact.state === 'known' && fact.value.kind !== 'sequence') report(fact, 'noList')
      for (const { node, least } of body.counts('widgets')) {
        if (least.count > MOST) report({ node, when: least.when }, 'tooMany', { count: least.count })
      }
    }
  },
})
