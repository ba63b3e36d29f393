import { arnsAt, both, canHold, defineRule, table } from '#rule'

/** By type, and by service and kind in ARNs. */
const NEEDED: Readonly<Record<string, string>> = table({
  'AWS::Batch::JobQueue': 'BatchParameters',
  'AWS::ECS::Cluster': 'EcsParameters',
  'AWS::SSM::Document': 'RunCommandParameters',
  'batch:job-queue': 'BatchParameters',
  'ecs:cluster': 'EcsParameters',
})

export default defineRule({
  id: 'events/target-parameters-missing',
  title: 'ECS and Batch targets need their parameters',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target: it does not know what to run.',
  fix: 'Set the parameters of that kind of target.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-events-rule-target.html',
      fact: 'EcsParameters, BatchParameters, RunCommandParameters and RedshiftDataParameters say what to run on such a target.',
    },
  ],
  notes: ['002:1906', '002:1907'],
  messages: {
    missing: '"{name}" as a target needs {needed}, which is not set.',
  },
  check(rule, { report }) {
    for (const use of arnsAt(rule.template, rule, 'Targets.*.Arn')) {
      const kind = use.resource ? use.type : `${use.service}:${use.arn?.resource.split(/[:/]/)[0]}`
      const needed = NEEDED[kind]
      for (const absent of needed ? use.holder.absent(needed) : []) {
        const when = both(use.when, absent.when)
        if (needed && canHold(when)) report({ node: use.node, when }, 'missing', { name: use.resource?.id ?? use.text, needed })
      }
    }
  },
})
