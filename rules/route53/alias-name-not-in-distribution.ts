import {
  awsHostsAt,
  both,
  canHold,
  defineRule,
  isSpelledOut,
  namesOf,
  nodesAt,
  RECORD_TYPES,
  type Resource,
  recordsIn,
  spellingsOf,
} from '#rule'

export default defineRule({
  id: 'route53/alias-name-not-in-distribution',
  title: 'A record to a distribution must be one of its alternate names',
  severity: 'warning',
  on: [...RECORD_TYPES],
  why: 'CloudFront answers 403 to requests for a host name that the distribution does not list.',
  fix: 'Add the name of the record to Aliases of the distribution, with a certificate that covers it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-to-cloudfront-distribution.html',
      fact: 'The distribution has an alternate domain name that is the name of the record.',
    },
  ],
  notes: ['002:1139'],
  messages: { unlisted: '"{name}" is not among the Aliases of {distribution}, which answers 403; add it there.' },
  check(resource, { report }) {
    const { template } = resource
    for (const record of recordsIn(resource)) {
      const hosts = record.properties.items('AliasTarget').flatMap((alias) => awsHostsAt(template, alias, 'DNSName'))
      for (const { service, resource: distribution, when } of hosts) {
        if (service !== 'cloudfront' || distribution?.type !== 'AWS::CloudFront::Distribution') continue
        const aliases = aliasesOf(distribution)
        for (const name of aliases ? namesOf(record) : []) {
          const joint = both(name.when, when)
          if (isSpelledOut(name.text) && !aliases?.some((alias) => isCovered(name.text, alias)) && canHold(joint))
            report({ node: name.node, when: joint }, 'unlisted', { name: name.text, distribution: distribution.id })
        }
      }
    }
  },
})

/** Every name that a distribution may have, where all are known; tenants have names of their own. */
function aliasesOf(distribution: Resource): string[] | undefined {
  const paths = ['DistributionConfig.Aliases', 'DistributionConfig.CNAMEs']
  if (distribution.isOpen || distribution.present('DistributionConfig.ConnectionMode').length > 0) return undefined
  const facts = paths.flatMap((path) => [...distribution.facts(path), ...distribution.facts(`${path}.*`)])
  if (facts.some(({ state }) => state === 'unknown')) return undefined
  const names = paths
    .flatMap((path) => nodesAt(distribution, `${path}.*`))
    .flatMap(({ node, when }) => spellingsOf(distribution.template, node, when))
  return names.every(({ text }) => isSpelledOut(text)) ? names.map(({ text }) => text.toLowerCase()) : undefined
}

const isCovered = (name: string, alias: string): boolean =>
  name === alias || (alias.startsWith('*.') && name.slice(name.indexOf('.')) === alias.slice(1))
