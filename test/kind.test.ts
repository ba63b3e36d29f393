/** What a document is taken for. */
import { describe, expect, test } from 'vitest'
import { type Kind, kindOf, nameKind } from '../src/kind.ts'
import { parseSource } from '../src/source/source.ts'

const kind = (text: string, name = 'file.yaml'): Kind | null => kindOf(parseSource(text, name))

/** Each is what it says, whatever the file is called. */
const CONTENTS: Record<string, readonly string[]> = {
  cloudformation: [
    'Resources:\n  A:\n    Type: AWS::SQS::Queue\n',
    '{"Resources": {"A": {"Type": "AWS::SQS::Queue"}}}',
    "AWSTemplateFormatVersion: '2010-09-09'\n",
    'Resource:\n  A:\n    Type: AWS::SQS::Queue\n',
    'Resources:\n  A:\n    Type: Custom::Thing\n',
    'Resources:\n  A:\n    Type: MyOrg::Team::Thing::MODULE\n',
    "AWSTemplateFormatVersion: '2010-09-09'\nResources: {}\n",
    'Parameters:\n  A:\n    Type: String\nOutputs:\n  B:\n    Value: 1\n',
    'Transform: MyMacro\nResources:\n  A:\n    Type: AWS::SQS::Queue\n',
    'Resources:\n  Fn::ForEach::Queues:\n    - Name\n    - [A, B]\n    - Queue${Name}:\n        Type: AWS::SQS::Queue\nOutputs: {}\n',
    'Resources:\n  A:\n    Type: AWS::SQS::Queue\n  B: [\n',
  ],
  sam: [
    'Transform: AWS::Serverless-2016-10-31\nResources:\n  A:\n    Type: AWS::SQS::Queue\n',
    'Transform: [AWS::LanguageExtensions, AWS::Serverless-2016-10-31]\nResources: {}\n',
    'Resources:\n  A:\n    Type: AWS::Serverless::Function\n',
    '{"Transform": "AWS::Serverless-2016-10-31", "Resources": {}}',
    "Transform: 'AWS::Serverless-2016-10-31'\nResources:\n  A: [\n",
  ],
  appspec: [
    'version: 0.0\nos: linux\nfiles:\n  - source: /\n    destination: /srv\n',
    'version: 0.0\nos: windows\nhooks:\n  AfterInstall:\n    - location: a.ps1\n',
    'version: 0.0\nResources:\n  - Fn:\n      Type: AWS::Lambda::Function\n      Properties: {Name: a}\n',
    'version: 0.0\nresources:\n  - TargetService:\n      type: AWS::ECS::Service\n',
    '{"version": 0.0, "Resources": [{"TargetService": {"Type": "AWS::ECS::Service"}}]}',
    'version: 0.0\nos: linux\nhooks: [\n',
  ],
  buildspec: [
    'version: 0.2\nphases:\n  build:\n    commands: [make]\n',
    '{"version": "0.2", "phases": {"build": {"commands": ["make"]}}}',
    'version: 0.1\nphases:\n  install:\n    commands: [x]\n',
    'phases:\n  pre_build:\n    commands: [x]\n',
    'version: 0.2\nphase:\n  build:\n    commands: [make]\n',
    'version: 0.2\nbatch:\n  fast-fail: true\n  build-list: []\n',
    'version: 0.2\nphases:\n  build: [\n',
  ],
}

/** Documents of others. */
const FOREIGN: Record<string, string> = {
  'docker compose': "version: '3'\nservices:\n  web:\n    image: nginx\n",
  kubernetes: 'apiVersion: v1\nkind: List\nitems: []\n',
  'kubernetes with hooks': 'apiVersion: v1\nkind: Application\nspec:\n  hooks: {}\n',
  'github actions': 'on: push\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps: []\n',
  openapi: 'openapi: 3.0.0\ninfo: {title: x, version: "1"}\npaths: {}\n',
  'openapi in JSON': '{"openapi": "3.0.0", "paths": {}}',
  'package.json': '{"name": "x", "version": "1.0.0", "files": ["dist"], "dependencies": {}}',
  'serverless framework': 'service: x\nprovider:\n  name: aws\nresources:\n  Resources: {}\n',
  amplify: 'version: 1\nfrontend:\n  phases:\n    build:\n      commands: [x]\n',
  'amplify with backend': 'version: 1\nbackend:\n  phases:\n    build:\n      commands: [x]\n',
  'gitlab pipeline': 'stages: [build]\nbuild:\n  script: [make]\n',
  'pre-commit': 'repos:\n  - repo: https://example.com\n    hooks:\n      - id: x\n',
  'state machine': '{"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}}',
  'IAM policy': '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}',
  'parameter file': '[{"ParameterKey": "A", "ParameterValue": "b"}]',
  'parameters of a pipeline': '{"Parameters": {"A": "b"}, "Tags": {"C": "d"}}',
  'JSON schema': '{"$schema": "http://json-schema.org/draft-07/schema#", "type": "object"}',
  'a list': '- a\n- b\n',
  'a text': 'hello\n',
  'other YAML': 'name: x\nfiles: [a]\n',
  'a broken file of others': 'name: [\n',
  ansible: '- hosts: all\n  tasks: []\n',
  nixpacks: '{"phases": {"install": {"cmds": ["npm ci"]}, "build": {"cmds": ["npm run build"]}}}',
  'helm values': 'resources:\n  limits:\n    cpu: 1\nhooks: {}\n',
}

describe('by content', () => {
  for (const [expected, texts] of Object.entries(CONTENTS)) {
    for (const text of texts) {
      test(`${expected}: ${text.split('\n').slice(0, 3).join(' ⏎ ')}`, () => {
        expect(kind(text)).toBe(expected)
        expect(kind(text, 'x.json')).toBe(expected)
      })
    }
  }
})

describe('by content, whatever the name says', () => {
  const [template] = CONTENTS['cloudformation'] as [string]
  const [appspec] = CONTENTS['appspec'] as [string]
  const [buildspec] = CONTENTS['buildspec'] as [string]
  test.each([
    [template, 'buildspec.yml', 'cloudformation'],
    [template, 'appspec.yml', 'cloudformation'],
    [buildspec, 'template.yaml', 'buildspec'],
    [appspec, 'template.yaml', 'appspec'],
    [appspec, 'buildspec.yml', 'appspec'],
  ])('%s in %s', (text, name, expected) => expect(kind(text, name)).toBe(expected))
})

describe('none of ours', () => {
  for (const [name, text] of Object.entries(FOREIGN)) test(name, () => expect(kind(text)).toBeNull())
})

describe('by name, where the content does not say', () => {
  test.each([
    ['', 'appspec.yml', 'appspec'],
    ['', 'buildspec.yml', 'buildspec'],
    ['', 'template.yaml', 'cloudformation'],
    ['', 'file.yaml', null],
    ['# nothing\n', 'buildspec-test.yml', 'buildspec'],
    ['version: 0.2\n', 'buildspec.yml', 'buildspec'],
    ['version: 0.2\nartifacts:\n  files: [a]\n', 'buildspec.yml', 'buildspec'],
    ['version: 1.9.0\naccount_id: 1\nregion: x\nimages: {}\n', 'buildspec.yml', null],
    ['version: 0.0\n', 'appspec.yaml', 'appspec'],
    ['{', 'template.json', 'cloudformation'],
    ['{', 'stack.json', null],
    ['Resources:\n', 'a.yaml', 'cloudformation'],
    ['Resources:\n', 'appspec.yml', 'appspec'],
  ])('%j in %s', (text, name, expected) => expect(kind(text, name)).toBe(expected))

  test.each([
    ['appspec.yml', 'appspec'],
    ['deploy/appspec-prod.yaml', 'appspec'],
    ['C:\\code\\AppSpec.yml', 'appspec'],
    ['buildspec.yml', 'buildspec'],
    ['ci/my-buildspec.test.yaml', 'buildspec'],
    ['template.yaml', 'cloudformation'],
    ['network.template', 'cloudformation'],
    ['a.cfn.yaml', 'cloudformation'],
    ['template.txt', null],
    ['values.yaml', null],
    ['haystack.yaml', null],
  ])('%s', (name, expected) => expect(nameKind(name)).toBe(expected))
})
