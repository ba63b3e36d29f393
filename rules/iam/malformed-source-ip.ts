import { defineRule, isPartial, suspectsOf } from '#rule'
import { plainOperator } from './_statements.ts'

function isAddress(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/')
  const isV6 = address.includes(':')
  if (more.length > 0 || (bits !== undefined && (!/^\d{1,3}$/.test(bits) || Number(bits) > (isV6 ? 128 : 32)))) return false
  if (isV6) return /^[\da-f:.]+$/i.test(address) && address.split(':').length <= 8 + Number(address.includes('::'))
  const parts = address.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)
}

export default defineRule({
  id: 'iam/malformed-source-ip',
  title: 'aws:SourceIp takes IP addresses and CIDR blocks',
  severity: 'warning',
  on: ['policy'],
  why: 'The condition never matches, or the service rejects the policy.',
  fix: 'Give addresses such as 203.0.113.7 or blocks such as 203.0.113.0/24, under IpAddress or NotIpAddress.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html#Conditions_IPAddress',
      fact: 'IpAddress and NotIpAddress compare with an address or a range in CIDR notation.',
    },
  ],
  notes: ['002:2394', '002:2408', '002:2409', '002:2410', '002:2480', '002:2484', '002:2508'],
  messages: {
    malformed: '{key} is "{value}"; it must be an IP address or a CIDR block.',
    operator: '{key} stands under {operator}; use IpAddress or NotIpAddress.',
  },
  check(policy, { report }) {
    for (const statement of policy.statements) {
      for (const { operator, key, values, when } of statement.conditions()) {
        if (!/^aws:(vpc)?sourceip$/i.test(key.text)) continue
        const plain = plainOperator(operator.text)
        if (/^(string|arn|numeric|bool|date|binary)/.test(plain))
          report({ node: operator, when }, 'operator', { key: key.text, operator: operator.text })
        if (plain !== 'ipaddress' && plain !== 'notipaddress') continue
        for (const { text, place } of suspectsOf(values, (text) => !isPartial(text) && !text.includes('${') && !isAddress(text)))
          report(place, 'malformed', { key: key.text, value: text })
      }
    }
  },
})
