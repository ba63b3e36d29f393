import { defineRule, isPlaceholder, parseCidr, RECORD_TYPES, recordsIn, shorten, string, table } from '#rule'

interface RecordForm {
  /** Completes "takes …". */
  readonly wanted: string
  fits(value: string): boolean
}

const isHost = (text: string): boolean => /^\S+$/.test(text)
const most = (limit: number, ...numbers: (string | undefined)[]): boolean => numbers.every((text) => Number(text) <= limit)

const TEXT: RecordForm = {
  wanted: 'texts in double quotes of at most 255 characters each, as many as needed',
  fits: (value) => /^"(?:[^"\\]|\\\d{3}|\\.){0,255}"(?:\s*"(?:[^"\\]|\\\d{3}|\\.){0,255}")*$/.test(value),
}
const HOST_FORM: RecordForm = { wanted: 'one host name, without blanks', fits: isHost }

const FORMS: Readonly<Record<string, RecordForm>> = table<RecordForm>({
  A: { wanted: 'an IPv4 address such as 192.0.2.1', fits: (value) => parseCidr(`${value}/32`)?.version === 4 },
  AAAA: {
    wanted: 'an IPv6 address such as 2001:db8::1',
    fits: (value) => parseCidr(`${value}/128`)?.version === 6 || /^[\da-f:]+:\d+\.\d+\.\d+\.\d+$/i.test(value),
  },
  CAA: {
    wanted: 'flags, a tag and a value in double quotes: 0 issue "amazon.com"',
    fits: (value) => /^\d{1,3}\s+[a-z0-9]+\s+".*"$/i.test(value) && most(255, value.split(/\s/)[0]),
  },
  CNAME: HOST_FORM,
  MX: {
    wanted: 'a priority and the host of a mail server: 10 mail.example.com',
    fits(value) {
      const [, priority, host] = /^(\d+)\s+(\S+)$/.exec(value) ?? []
      return host !== undefined && most(65_535, priority)
    },
  },
  NS: HOST_FORM,
  PTR: HOST_FORM,
  SPF: TEXT,
  SRV: {
    wanted: 'priority, weight, port and a host: 10 5 443 api.example.com',
    fits(value) {
      const [, priority, weight, port, host] = /^(\d+)\s+(\d+)\s+(\d+)\s+(\S+)$/.exec(value) ?? []
      return host !== undefined && most(65_535, priority, weight, port)
    },
  },
  TXT: TEXT,
})

const ONE = ['CNAME', 'SOA']

export default defineRule({
  id: 'route53/invalid-record-value',
  title: 'Record values must have the form of their type',
  severity: 'error',
  on: [...RECORD_TYPES],
  why: 'Route 53 rejects the record: the value is malformed for the type.',
  fix: 'Write the value as the type wants it: an address for A, priority and host for MX, a quoted text for TXT.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html',
      fact: 'Each type has its form: A and AAAA an address, CNAME one host name, MX a priority and a host, SRV three numbers and a host, CAA flags, tag and quoted value, TXT quoted texts of at most 255 characters.',
    },
    {
      url: 'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DomainNameFormat.html',
      fact: 'Names in records take every printable ASCII character but the blank, so a URL is no malformed name.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53-recordset.html',
      fact: 'All types but CNAME and SOA may have several values.',
    },
  ],
  notes: ['001:767', '001:768', '002:1135', '003:94'],
  cfnLint: ['E3023'],
  messages: {
    form: '"{value}" is no value for a record of the type {type}, which takes {wanted}.',
    several: 'The record of the type {type} has {count} values; it takes one.',
  },
  check(resource, { report }) {
    for (const { properties } of recordsIn(resource)) {
      for (const type of properties.known('Type', string)) {
        const here = properties.under(type.when)
        const form = FORMS[type.value]
        for (const fact of form ? here.known('ResourceRecords.*', string) : []) {
          // What comes from a parameter or a table is often a placeholder.
          if (fact.via || isPlaceholder(fact.value) || form?.fits(fact.value.trim())) continue
          report(fact, 'form', { value: shorten(fact.value), type: type.value, wanted: form?.wanted ?? '' })
        }
        for (const { node, most } of ONE.includes(type.value) ? here.counts('ResourceRecords') : []) {
          if (most.count > 1) report({ node, when: most.when }, 'several', { type: type.value, count: most.count })
        }
      }
    }
  },
})
