import { at, callOf, childOf, defineRule, type Entry, type Node } from '#rule'

export default defineRule({
  id: 'sam/graphql-incomplete',
  title: 'GraphQL API, function or resolver is not complete',
  severity: 'error',
  on: ['AWS::Serverless::GraphQLApi'],
  why: 'The transform fails when it cannot tell the schema, the code or the data source.',
  fix: 'Give one schema, and for each function and resolver one source of code with its runtime.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-graphqlapi.html',
      fact: 'The schema is given by one of SchemaInline and SchemaUri.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-graphqlapi-function.html',
      fact: 'A function has code, a runtime and a data source, or is named by its Id.',
    },
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-graphqlapi-resolver.html',
      fact: 'A resolver has a pipeline of functions.',
    },
  ],
  messages: {
    noSchema: 'The API has neither SchemaInline nor SchemaUri; give one of them.',
    twoSchemas: 'SchemaInline and SchemaUri exclude each other; keep one of them.',
    twoCodes: 'InlineCode and CodeUri of {name} exclude each other; keep one of them.',
    needs: '{name} has no {property}, which it needs.',
    id: 'Id stands for a function that exists; {name} must have no other properties.',
    source: 'There is no data source "{source}"; define it in DataSources or name one with a function.',
    function: 'There is no function "{name}" in Functions.',
  },
  check(api, { report }) {
    const has = (node: Node | undefined, name: string): boolean => childOf(node, name) !== undefined
    if (!api.isOpen && !has(api.node, 'SchemaInline') && !has(api.node, 'SchemaUri')) report(api.node, 'noSchema')
    for (const [inline, uri] of [[at(api.node, 'SchemaInline'), at(api.node, 'SchemaUri')]])
      if (inline && uri) report({ node: uri, ...(uri.key ? { span: uri.key.span } : {}) }, 'twoSchemas')
    const sources = ['DynamoDb', 'Lambda'].flatMap((kind) => entriesOf(at(api.node, 'DataSources', kind)).map(({ key }) => key.text))
    const functions = entriesOf(at(api.node, 'Functions'))
    for (const { key, value } of functions) {
      const name = key.text
      const here = { node: value, span: key.span, when: api.when }
      if (value.kind !== 'mapping' || callOf(value)) continue
      if (has(value, 'Id')) {
        if (value.entries.length > 1) report(here, 'id', { name })
        continue
      }
      const source = childOf(value, 'DataSource')
      if (!source) report(here, 'needs', { name, property: 'DataSource' })
      else if (source.kind === 'scalar' && source.text.toLowerCase() !== 'none' && !sources.includes(source.text))
        report(source, 'source', { source: source.text })
      if (has(value, 'InlineCode') && has(value, 'CodeUri')) report(here, 'twoCodes', { name })
      else if (!has(value, 'InlineCode') && !has(value, 'CodeUri')) report(here, 'needs', { name, property: 'InlineCode or CodeUri' })
      if (!has(value, 'Runtime')) report(here, 'needs', { name, property: 'Runtime' })
    }
    for (const { key, value } of entriesOf(at(api.node, 'Resolvers')).flatMap((type) => entriesOf(type.value))) {
      const name = key.text
      const here = { node: value, span: key.span, when: api.when }
      if (value.kind !== 'mapping' || callOf(value)) continue
      const pipeline = childOf(value, 'Pipeline')
      if (!pipeline) report(here, 'needs', { name, property: 'Pipeline' })
      for (const item of pipeline?.kind === 'sequence' ? pipeline.items : []) {
        if (item.kind === 'scalar' && !functions.some((one) => one.key.text === item.text)) report(item, 'function', { name: item.text })
      }
      if (has(value, 'InlineCode') && has(value, 'CodeUri')) report(here, 'twoCodes', { name })
      if ((has(value, 'InlineCode') || has(value, 'CodeUri')) && !has(value, 'Runtime'))
        report(here, 'needs', { name, property: 'Runtime' })
    }
  },
})

const entriesOf = (node: Node | undefined): readonly Entry[] => (node?.kind === 'mapping' && !callOf(node) ? node.entries : [])
