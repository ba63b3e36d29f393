import { at, callOf, childOf, defineRule, eventsOf, listOf } from '#rule'

const WAYS = ['SASL_SCRAM_256_AUTH', 'SASL_SCRAM_512_AUTH', 'BASIC_AUTH', 'CLIENT_CERTIFICATE_TLS_AUTH']
const TYPES = {
  MQ: ['BASIC_AUTH', 'VIRTUAL_HOST'],
  DocumentDB: ['BASIC_AUTH'],
  SelfManagedKafka: [...WAYS, 'SERVER_ROOT_CA_CERTIFICATE', 'VPC_SUBNET', 'VPC_SECURITY_GROUP'],
}

const ALL: readonly string[] = Object.values(TYPES).flat()

export default defineRule({
  id: 'sam/source-access-mismatch',
  title: 'Access to an event source is not given as it must be',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'The transform wants exactly the credentials that the kind of source takes.',
  fix: 'Give one BASIC_AUTH with the URI of a secret for MQ and DocumentDB; one way to authenticate and both VPC parts for Kafka.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-mq.html',
      fact: 'A broker needs BASIC_AUTH, and takes VIRTUAL_HOST.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-documentdb.html',
      fact: 'A cluster needs BASIC_AUTH.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-selfmanagedkafka.html',
      fact: 'Kafka takes a way to authenticate, or subnets and security groups, or both.',
    },
  ],
  messages: {
    type: '{type} is no access that {event} takes; use {types}.',
    several: '{type} is given twice; {event} takes one.',
    uri: '{type} has no URI; give the ARN of the secret.',
    missing: '{event} needs an access of type BASIC_AUTH.',
    vpc: '{one} needs {other} beside it.',
  },
  check(resource, { report }) {
    for (const { type, properties } of eventsOf(resource, 'MQ', 'DocumentDB', 'SelfManagedKafka')) {
      const event = type?.text as keyof typeof TYPES
      const list = at(properties.node, 'SourceAccessConfigurations')
      if (list?.kind !== 'sequence' || list.items.some((item) => item.kind !== 'mapping' || callOf(item))) continue
      const seen = new Set<string>()
      let ways = 0
      for (const item of list.items) {
        const kind = childOf(item, 'Type')
        if (kind?.kind !== 'scalar') continue
        if (!TYPES[event].includes(kind.text)) {
          // A word that no event knows is told of the schema.
          if (ALL.includes(kind.text)) report(kind, 'type', { type: kind.text, event, types: listOf(TYPES[event]) })
          continue
        }
        const isWay = WAYS.includes(kind.text)
        if (isWay && ++ways > 1) report(kind, 'several', { type: kind.text, event })
        if (isWay && !childOf(item, 'URI')) report(item, 'uri', { type: kind.text })
        seen.add(kind.text)
      }
      if (event !== 'SelfManagedKafka') {
        if (!seen.has('BASIC_AUTH') && list.items.every((item) => childOf(item, 'Type')?.kind === 'scalar'))
          report(list, 'missing', { event })
      } else if (seen.has('VPC_SUBNET') !== seen.has('VPC_SECURITY_GROUP')) {
        const [one, other] = seen.has('VPC_SUBNET') ? ['VPC_SUBNET', 'VPC_SECURITY_GROUP'] : ['VPC_SECURITY_GROUP', 'VPC_SUBNET']
        report(list, 'vpc', { one: one as string, other: other as string })
      }
    }
  },
})
