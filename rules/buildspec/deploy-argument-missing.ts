import { defineRule, listOf } from '#rule'
import { foldedBackslash } from './_folded.ts'

export default defineRule({
  id: 'buildspec/deploy-argument-missing',
  title: 'aws cloudformation deploy needs a template and a stack name',
  severity: 'error',
  on: ['buildspec'],
  why: 'The AWS CLI refuses the command, and the build fails after everything else is done.',
  fix: 'Give both --template-file and --stack-name.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/cli/latest/reference/cloudformation/deploy/',
      fact: '--template-file and --stack-name are required.',
    },
  ],
  notes: ['000:189', '000:731', '003:338'],
  messages: { missing: '"aws cloudformation deploy" lacks {options}; add {them}.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) {
      if (!call.is('aws', 'cloudformation', 'deploy') || call.isOpen || call.has('help')) continue
      // Options that a backslash hides are there.
      if (foldedBackslash(buildspec, call.command)) continue
      // The AWS CLI takes shortened options.
      const missing = [
        ['--template-file', '--te'],
        ['--stack-name', '--st'],
      ].flatMap(([name, short]) => (call.args.some(({ text }) => text.startsWith(short ?? '')) ? [] : [name ?? '']))
      if (missing.length) report(call.head(2), 'missing', { options: listOf(missing, 'and'), them: missing.length > 1 ? 'them' : 'it' })
    }
  },
})
