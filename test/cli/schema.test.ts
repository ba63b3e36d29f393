/** Registry schemas of the user's own types. */
import { expect, test } from 'vitest'
import { awslint, folderWith } from '../support/cli.ts'

const TEMPLATE = `Resources:
  Report:
    Type: Initech::TPS::Report
    Properties:
      Cover: red
      Pages: many
Outputs:
  Arn:
    Value: !GetAtt Report.Ar
`
const SCHEMA = JSON.stringify({
  typeName: 'Initech::TPS::Report',
  properties: { Cover: { type: 'string', enum: ['blue'] }, Pages: { type: 'integer' }, Owner: { type: 'string' }, Arn: { type: 'string' } },
  required: ['Owner'],
  readOnlyProperties: ['/properties/Arn'],
  additionalProperties: false,
})
const folder = folderWith({
  'template.yaml': TEMPLATE,
  'schemas/report.json': SCHEMA,
  'schemas/README.md': 'not a schema',
  'bad/other.json': '{"a": 1}',
  'bad.json': '{',
})

test.each(['schemas', 'schemas/report.json'])('a type of one’s own is checked with --schema %s', (path) => {
  const { code, out, err } = awslint(folder, ['check', '--schema', path, '--quiet', 'template.yaml'])
  expect({ code, err }).toEqual({ code: 1, err: '' })
  for (const rule of ['value-not-allowed', 'wrong-type', 'required-property-missing']) expect(out).toContain(`schema/${rule}`)
  expect(out).toContain('intrinsic/unknown-attribute')
})

test('without it nothing is concluded', () => {
  expect(awslint(folder, ['check', '--quiet', 'template.yaml'])).toMatchObject({ code: 0, out: '', err: '' })
})

test.each([
  ['nowhere', 'nowhere cannot be read: there is no such file or folder'],
  ['bad', 'other.json is no registry schema'],
  ['bad.json', 'bad.json is no JSON'],
])('--schema %s is told', (path, message) => {
  const { code, out, err } = awslint(folder, ['check', '--schema', path, 'template.yaml'])
  expect({ code, out }).toEqual({ code: 2, out: '' })
  expect(err).toContain(message)
  expect(err).not.toContain('    at ')
})
