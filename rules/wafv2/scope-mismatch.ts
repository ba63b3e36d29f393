import { both, canHold, defineRule, isChosen, leadsOf, nodesAt, type Resource, spellingsOf, string, type When } from '#rule'

const ACL = 'AWS::WAFv2::WebACL'

export default defineRule({
  id: 'wafv2/scope-mismatch',
  title: 'A web ACL must have the scope of what it protects',
  severity: 'error',
  on: ['AWS::WAFv2::WebACLAssociation', 'AWS::CloudFront::Distribution'],
  why: 'WAF rejects the association, CloudFront the distribution: an ACL protects distributions or resources of a Region, never both.',
  fix: 'For a distribution create the ACL in us-east-1 with Scope CLOUDFRONT; for all else use Scope REGIONAL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-wafv2-webacl.html',
      fact: 'Scope is CLOUDFRONT for distributions and REGIONAL for everything else; Ref gives name, ID and scope, Arn the ARN.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-properties-cloudfront-distribution-distributionconfig.html',
      fact: 'WebACLId of a distribution takes the ARN of an ACL of the current WAF.',
    },
  ],
  notes: ['002:284', '002:1115', '004:346'],
  cfnLint: ['E3710'],
  messages: {
    global: 'The web ACL {acl} has the scope CLOUDFRONT, which an association cannot use; set Scope to REGIONAL.',
    regional: 'The web ACL {acl} has the scope REGIONAL; a distribution needs one of the scope CLOUDFRONT.',
    noArn: 'WebACLId is not the ARN of the web ACL {acl}; write !GetAtt {acl}.Arn.',
  },
  check(resource, { report }) {
    const isDistribution = resource.type === 'AWS::CloudFront::Distribution'
    const path = isDistribution ? 'DistributionConfig.WebACLId' : 'WebACLArn'
    const [key, wrong, mark] = isDistribution
      ? (['regional', 'REGIONAL', 'regional'] as const)
      : (['global', 'CLOUDFRONT', 'global'] as const)
    for (const { node, when } of nodesAt(resource, path)) {
      for (const lead of leadsOf(resource.template, node, when)) {
        if (lead.resource.type !== ACL) continue
        const acl = lead.resource.id
        if (isDistribution && lead.attribute !== 'Arn') report({ node: lead.node, when: lead.when }, 'noArn', { acl })
        else for (const under of scoped(lead.resource, wrong, lead.when)) report({ node: lead.node, when: under }, key, { acl })
      }
      for (const { text, node: place, when: under } of spellingsOf(resource.template, node, when)) {
        const [, acl] = new RegExp(`^arn:[^:]*:wafv2:[^:]*:[^:]*:${mark}/webacl/([^/]+)/`).exec(text) ?? []
        if (acl !== undefined) report({ node: place, when: under }, key, { acl: shown(acl) })
      }
    }
  },
})

const scoped = (acl: Resource, scope: string, when: When): When[] =>
  acl
    .known('Scope', string)
    .filter(({ value }) => value === scope)
    // Who chooses the scope of an ACL chooses as well whether there is something that needs the other one.
    .filter((fact) => when.because.length === 0 || !isChosen(fact))
    .map((fact) => both(fact.when, when))
    .filter(canHold)

const shown = (name: string): string => (/[\uE000-\uE004]/.test(name) ? 'of this ARN' : name)
