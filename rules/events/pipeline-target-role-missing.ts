import { arnsAt, both, canHold, defineRule } from '#rule'

export default defineRule({
  id: 'events/pipeline-target-role-missing',
  title: 'Rule target that is a pipeline needs a role',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target, or cannot start the pipeline.',
  fix: 'Give the target a RoleArn whose role may call codepipeline:StartPipelineExecution.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/userguide/create-cloudtrail-S3-source-cfn.html',
      fact: 'The rule that starts a pipeline has a role as RoleArn of the target.',
    },
  ],
  notes: ['001:1150', '001:1151', '001:1152', '001:1153'],
  messages: {
    missing: '"{name}" is a pipeline, which EventBridge starts with a role only; set RoleArn of the target.',
  },
  check(rule, { report }) {
    for (const use of arnsAt(rule.template, rule, 'Targets.*.Arn')) {
      const what = use.service === 'codepipeline'
      for (const absent of what ? use.holder.absent('RoleArn') : []) {
        const when = both(use.when, absent.when)
        if (what && canHold(when)) report({ node: use.node, when }, 'missing', { name: use.resource?.id ?? use.text })
      }
    }
  },
})
