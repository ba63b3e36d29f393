import { defineRule, isPlaceholder, string } from '#rule'

/** Parts of letters, digits and inner hyphens, two at least; the first may be a wildcard, some have underscores. */
const NAME = /^(\*\.)?([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]$/

export default defineRule({
  id: 'cloudfront/malformed-alias',
  title: 'An alternate domain name is a domain name in lower case',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Write the name in lower case, without blanks; a wildcard can only stand for the whole first part, as in *.example.com.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html',
      fact: 'Alternate domain names are in lower case.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/alternate-domain-names-wildcard.html',
      fact: 'A wildcard stands for the first part of the name as a whole: not for a bit of it, not in the middle.',
    },
  ],
  cfnLint: ['E3013'],
  messages: {
    case: 'The alias "{value}" has capitals; write "{lower}".',
    blank: 'The alias "{value}" begins or ends with a blank; write "{lower}".',
    wildcard: 'In the alias "{value}" the wildcard is misplaced; it can only stand for the whole first part, as in *.example.com.',
    malformed: 'The alias "{value}" is no domain name; parts of letters, digits and inner hyphens stand between its dots.',
  },
  check(distribution, { report }) {
    for (const { value, ...fact } of distribution.known('DistributionConfig.Aliases.*', string)) {
      const place = { node: fact.node, when: fact.when }
      // The default of a parameter often says only what is wanted.
      if (value === '' || isPlaceholder(value) || (fact.via && !value.includes('.'))) continue
      if (NAME.test(value)) continue
      const lower = value.trim().toLowerCase()
      if (NAME.test(lower)) report(place, lower === value.trim() ? 'blank' : 'case', { value, lower })
      else if (value.includes('*') && !/^\*\.[^*]+$/.test(value)) report(place, 'wildcard', { value })
      else report(place, 'malformed', { value })
    }
  },
})
