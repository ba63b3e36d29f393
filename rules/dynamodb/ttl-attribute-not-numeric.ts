import { boolean, both, canHold, defineRule, string, together } from '#rule'

export default defineRule({
  id: 'dynamodb/ttl-attribute-not-numeric',
  title: 'The time-to-live attribute must be a number',
  severity: 'warning',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'Time to live reads seconds from a number; items whose attribute is of another type never expire.',
  fix: 'Define the attribute with the type N, or name another one.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/howitworks-ttl.html',
      fact: 'The attribute holds a number, the time in seconds since 1970; items with another type in it are left alone.',
    },
  ],
  notes: ['000:606', '001:505', '001:506', '001:507', '001:508', '002:923', '003:178'],
  messages: { type: '"{name}" is defined with the type {type}, but time to live needs a number; use N or another attribute.' },
  check(table, { report }) {
    const enabled = table.known('TimeToLiveSpecification.Enabled', boolean).filter(({ value }) => value)
    for (const [ttl] of together(table.known('TimeToLiveSpecification.AttributeName', string), enabled)) {
      for (const definition of table.items('AttributeDefinitions')) {
        const names = definition.known('AttributeName', string).filter(({ value }) => value === ttl.value)
        const types = definition.known('AttributeType', string).filter(({ value }) => value === 'S' || value === 'B')
        for (const [type] of together(types, names)) {
          const when = both(ttl.when, type.when)
          if (canHold(when)) report({ node: ttl.node, when }, 'type', { name: ttl.value, type: type.value })
        }
      }
    }
  },
})
