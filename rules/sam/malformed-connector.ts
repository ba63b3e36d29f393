import { at, callOf, childOf, defineRule, entryOf } from '#rule'
import { embeddedIn } from './_connectors.ts'

const PROPERTIES = ['Destination', 'Permissions', 'SourceReference']

export default defineRule({
  id: 'sam/malformed-connector',
  title: 'Connector within a resource has another form than SAM reads',
  severity: 'error',
  on: ['template'],
  why: 'SAM makes a connector of each entry of Connectors, and fails where it is no map with Properties.',
  fix: 'Give each connector a name of letters and digits, and Properties with Destination and Permissions.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-connector.html',
      fact: 'A connector in the Connectors attribute of its source has Destination, Permissions and SourceReference.',
    },
  ],
  messages: {
    map: '{name} must be a map.',
    missing: 'The connector {connector} has no {property}, which it needs.',
    unknown: '"{property}" is no property of a connector within its source; there are Destination, Permissions and SourceReference.',
    source: 'SourceReference must not have Id; the source is the resource around it.',
  },
  check(template, { report }) {
    if (template.kind !== 'sam') return
    for (const resource of template.resources.values()) {
      const connectors = resource.attribute('Connectors')?.value
      if (connectors && connectors.kind !== 'mapping' && !callOf(connectors)) report(connectors, 'map', { name: 'Connectors' })
      for (const { name: key, value, properties } of embeddedIn(resource)) {
        const name = key.kind === 'scalar' ? key.text : ''
        if (callOf(value) || callOf(properties)) continue
        if (value.kind !== 'mapping') report(value, 'map', { name })
        else if (!properties) report({ node: value, span: key.span }, 'missing', { connector: name, property: 'Properties' })
        else if (properties.kind !== 'mapping') report(properties, 'map', { name: 'Properties' })
        else {
          if (entryOf(properties, 'Fn::Transform')) continue
          for (const property of ['Destination', 'Permissions'])
            if (!childOf(properties, property)) report({ node: value, span: key.span }, 'missing', { connector: name, property })
          for (const { key: own, value: given } of properties.entries)
            if (!PROPERTIES.includes(own.text)) report({ node: given, span: own.span }, 'unknown', { property: own.text })
          const id = at(properties, 'SourceReference', 'Id')
          if (id) report(id, 'source')
        }
      }
    }
  },
})
