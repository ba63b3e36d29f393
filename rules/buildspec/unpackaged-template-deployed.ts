import { defineRule } from '#rule'

const DEPLOYS = ['deploy', 'create-stack', 'update-stack', 'create-change-set']

export default defineRule({
  id: 'buildspec/unpackaged-template-deployed',
  title: 'The original template is deployed instead of the packaged one',
  severity: 'warning',
  on: ['buildspec'],
  why: 'The original names files of the build machine, which CloudFormation cannot read: the packaging was for nothing.',
  fix: 'Deploy the file that --output-template-file names.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html',
      fact: 'package uploads local files and writes a template that refers to the uploads; that one is to be deployed.',
    },
  ],
  notes: ['000:189', '000:731', '003:338'],
  messages: { original: 'The template {file} was packaged before, but the original is deployed; deploy {packaged}.' },
  check(buildspec, { report }) {
    const packaged = new Map<string, string>()
    for (const call of buildspec.calls) {
      if (call.is('aws', 'cloudformation', 'package') || call.is('sam', 'package')) {
        const input = call.option('--template-file', '--template', '-t')
        const output = call.option('--output-template-file')
        if (input?.isLiteral && output && plain(output.text) !== plain(input.text)) packaged.set(plain(input.text), output.text)
        continue
      }
      if (!DEPLOYS.some((operation) => call.is('aws', 'cloudformation', operation))) continue
      const file = call.option('--template-file', '--template-body')
      const output = file?.isLiteral ? packaged.get(plain(file.text)) : undefined
      if (file && output) report(call.place(file), 'original', { file: plain(file.text), packaged: output })
    }
  },
})

const plain = (file: string): string => file.replace(/^file:\/\//, '').replace(/^\.\//, '')
