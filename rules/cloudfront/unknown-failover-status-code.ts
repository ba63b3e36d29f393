import { defineRule, listOf, number } from '#rule'

const CODES = [400, 403, 404, 416, 429, 500, 502, 503, 504]
/** Reported to be taken, though no page of CloudFront names them. */
const UNSURE = [405, 410, 414]

export default defineRule({
  id: 'cloudfront/unknown-failover-status-code',
  title: 'Failover status codes must be among those CloudFront accepts',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the distribution.',
  fix: 'Use 400, 403, 404, 416, 429, 500, 502, 503 or 504.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_StatusCodes.html',
      fact: 'The status codes that make CloudFront fail over.',
    },
  ],
  notes: ['000:142', '000:143', '000:144', '001:826', '001:851', '001:852', '001:853', '001:854'],
  messages: { unknown: 'CloudFront does not fail over at {code}; use one of {codes}.' },
  check(distribution, { report }) {
    for (const code of distribution.known('DistributionConfig.OriginGroups.Items.*.FailoverCriteria.StatusCodes.Items.*', number))
      if (!CODES.includes(code.value) && !UNSURE.includes(code.value)) report(code, 'unknown', { code: code.value, codes: listOf(CODES) })
  },
})
