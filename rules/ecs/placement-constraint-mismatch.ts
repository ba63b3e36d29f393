import { all, defineRule, each, forbid, need, where } from '#rule'

export default defineRule({
  id: 'ecs/placement-constraint-mismatch',
  title: 'memberOf needs an expression, distinctInstance takes none',
  severity: 'error',
  on: ['AWS::ECS::Service', 'AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the service or the task definition.',
  fix: 'Give memberOf an Expression, and distinctInstance none.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-placementconstraint.html',
      fact: 'memberOf is followed by an expression of the cluster query language, distinctInstance by nothing.',
    },
  ],
  notes: ['000:219', '000:220', '000:221', '002:1558', '002:1559'],
  check: each(
    'PlacementConstraints',
    all(
      where('Type', ['memberOf'], need('The constraint memberOf needs {name}, which is not set.', 'Expression')),
      where('Type', ['distinctInstance'], forbid('The constraint distinctInstance takes no {name}; remove it.', 'Expression')),
    ),
  ),
})
