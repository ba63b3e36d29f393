import { defineRule, isPlaceholder, RECORD_TYPES, recordsIn, shorten, string } from '#rule'

const HOST_TYPES = ['CNAME', 'MX', 'NS', 'PTR', 'SRV']

/** The host in a text that has a scheme, port, path or quotes around it; undefined for what has none of them. */
function hostIn(text: string): string | undefined {
  // Delegated parts of a reverse zone have a slash in their names: 1.0/25.2.0.192.in-addr.arpa.
  if (/\.arpa\.?$/i.test(text)) return undefined
  const host = text.replace(/^"(.*)"$/, '$1').replace(/^[a-z][a-z\d+-]*:\/\//i, '')
  const bare = host.replace(/\/.*$/, '').replace(/:\d+$/, '')
  return bare === text || bare === '' ? undefined : bare
}

export default defineRule({
  id: 'route53/url-as-host',
  title: 'A record that names a host takes no URL',
  severity: 'warning',
  on: [...RECORD_TYPES],
  why: 'Route 53 takes scheme, port and path for a part of the name; there is no such host, and the name leads nowhere.',
  fix: 'Write the name of the host alone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html',
      fact: 'Names in records take every printable ASCII character but the blank, so slashes and colons become part of the name.',
    },
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
      fact: 'CNAME, NS and PTR take a domain name, MX and SRV one after their numbers.',
    },
  ],
  notes: ['001:767', '001:768', '002:1135', '003:94'],
  messages: { url: 'The record of the type {type} has {value} for the name of a host; write {host} only.' },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const type of properties.known('Type', string)) {
        if (!HOST_TYPES.includes(type.value)) continue
        for (const fact of properties.under(type.when).known('ResourceRecords.*', string)) {
          const value = fact.value.trim().split(/\s+/).at(-1) ?? ''
          const host = hostIn(value)
          // What comes from a parameter or a table is often a placeholder.
          if (host && !fact.via && !isPlaceholder(fact.value)) report(fact, 'url', { value: shorten(value), type: type.value, host })
        }
      }
    }
  },
})
