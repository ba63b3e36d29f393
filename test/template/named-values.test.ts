/** Properties by their names, wherever a resource has them. */
import { expect, test } from 'vitest'
import { parseSource } from '../../src/source/source.ts'
import type { Mapping } from '../../src/source/tree.ts'
import { valuesNamed } from '../../src/template/named-values.ts'
import { type Resource, Template } from '../../src/template/template.ts'

const source = parseSource(
  `Parameters:
  Any: {Type: String}
Conditions:
  IsOn: !Equals [!Ref Any, on]
Resources:
  Machine:
    Type: AWS::EC2::Instance
    Properties:
      SubnetId: a
      Other: [{SubnetId: !If [IsOn, b, !Ref Any]}]
      SubnetIds: [c, !If [IsOn, d, !Ref AWS::NoValue]]
`,
  'a.yaml',
)
const template = new Template(source, source.root as Mapping, 'cloudformation')

test('every case of every property of these names', () => {
  const values = valuesNamed(template.resources.get('Machine') as Resource, (name) => name.startsWith('SubnetId'))
  const shown = values.map(({ name, fact }) => [
    name,
    fact.state === 'known' && fact.value.kind === 'scalar' ? fact.value.text : fact.state,
    ...fact.when.because,
  ])
  expect(shown.map((one) => one.join(' ')).sort()).toEqual([
    'SubnetId a',
    'SubnetId b IsOn is true',
    'SubnetId unknown IsOn is false',
    'SubnetIds absent IsOn is false',
    'SubnetIds c',
    'SubnetIds d IsOn is true',
  ])
})

test('nothing where no such name stands', () => {
  expect(valuesNamed(template.resources.get('Machine') as Resource, (name) => name === 'VpcId')).toEqual([])
})
