import {
  both,
  canHold,
  defineRule,
  editable,
  kindOfRef,
  leadsOf,
  nodesAt,
  type Resource,
  spellingsOf,
  string,
  table,
  type When,
} from '#rule'

/** What ARNs of resources that have no web ACL hold, and what those are. */
const ARNS: readonly (readonly [RegExp, string])[] = [
  [/^arn:[^:]*:apigateway:[^:]*:[^:]*:\/apis\//, 'an HTTP or WebSocket API'],
  [/^arn:[^:]*:apigateway:[^:]*:[^:]*:\/restapis\/[^/]+$/, 'a REST API without its stage'],
  [/^arn:[^:]*:elasticloadbalancing:[^:]*:[^:]*:loadbalancer\/net\//, 'a Network Load Balancer'],
  [/^arn:[^:]*:elasticloadbalancing:[^:]*:[^:]*:targetgroup\//, 'a target group'],
  [/^arn:[^:]*:cloudfront:/, 'a distribution, which names its ACL in WebACLId'],
  [/^arn:[^:]*:lambda:/, 'a Lambda function'],
]

const TYPES: Readonly<Record<string, string>> = table({
  'AWS::ApiGateway::RestApi': 'not the ARN of a stage (arn:aws:apigateway:REGION::/restapis/ID/stages/NAME)',
  'AWS::ApiGateway::Stage': 'not the ARN of a stage (arn:aws:apigateway:REGION::/restapis/ID/stages/NAME)',
  'AWS::ApiGatewayV2::Api': 'an HTTP or WebSocket API',
  'AWS::ApiGatewayV2::Stage': 'an HTTP or WebSocket API',
  'AWS::CloudFront::Distribution': 'a distribution, which names its ACL in WebACLId',
  'AWS::Lambda::Function': 'a Lambda function',
  'AWS::Serverless::Api': 'not the ARN of a stage (arn:aws:apigateway:REGION::/restapis/ID/stages/NAME)',
  'AWS::Serverless::Function': 'a Lambda function',
  'AWS::Serverless::HttpApi': 'an HTTP or WebSocket API',
})

export default defineRule({
  id: 'wafv2/unsupported-association-target',
  title: 'WAF protects ALBs, REST API stages and a few other resources',
  severity: 'error',
  on: ['AWS::WAFv2::WebACLAssociation'],
  why: 'WAF rejects the association.',
  fix: 'Name an Application Load Balancer, a stage of a REST API, an AppSync API, a user pool, or put a distribution in front.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html',
      fact: 'The forms of the ARNs that a web ACL can be associated with; distributions name the ACL in their own configuration.',
    },
  ],
  notes: ['002:284', '002:1115', '004:346'],
  messages: {
    unsupported: 'ResourceArn is {what}; WAF cannot protect that.',
    name: '"{name}" gives no ARN; read the attribute that is one with Fn::GetAtt.',
  },
  check(association, { report }) {
    const { template } = association
    for (const { node, when } of nodesAt(association, 'ResourceArn')) {
      for (const lead of leadsOf(template, node, when)) {
        const what = TYPES[lead.resource.type]
        if (what) report({ node: lead.node, when: lead.when }, 'unsupported', { what })
        else if (lead.attribute === undefined && ['name', 'ID', 'URL'].includes(kindOfRef(template, lead.resource) ?? ''))
          report({ node: lead.node, when: lead.when }, 'name', { name: lead.resource.id })
        else
          for (const under of networkWhen(lead.resource, lead.when))
            report({ node: lead.node, when: under }, 'unsupported', { what: 'a Network Load Balancer' })
      }
      for (const { text, node: place, when: under } of spellingsOf(template, node, when)) {
        const what = ARNS.find(([pattern]) => pattern.test(text))?.[1]
        const isTold = leadsOf(template, place, under).length > 0
        if (what && !isTold) report({ node: editable(place), when: under }, 'unsupported', { what })
      }
    }
  },
})

function networkWhen(resource: Resource, when: When): When[] {
  if (resource.type !== 'AWS::ElasticLoadBalancingV2::LoadBalancer') return []
  const types = resource.known('Type', string).filter(({ value }) => value === 'network' || value === 'gateway')
  return types.map((type) => both(type.when, when)).filter(canHold)
}
