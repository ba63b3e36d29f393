import { atKey, both, canHold, defineRule } from '#rule'
import { packageCases } from './_function.ts'

export default defineRule({
  id: 'lambda/zip-without-handler',
  title: 'Functions made of zip archives need Handler and Runtime',
  severity: 'error',
  on: ['AWS::Lambda::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Set Runtime and Handler, or PackageType Image for a container image.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
      fact: 'Runtime and handler are required where the deployment package is a zip archive.',
    },
  ],
  notes: ['000:525', '002:227', '002:1689', '002:1691', '002:1692', '002:1693', '002:1694', '002:1704', '002:2317'],
  cfnLint: ['W2533', 'E3678'],
  messages: {
    missing: 'A function made of a zip archive needs {name}, which is not set.',
  },
  check(fn, { report }) {
    // An image under the wrong package type, or code that may be one, is another matter.
    const isZip =
      fn.facts('Code').every((code) => code.state === 'known') &&
      fn.facts('Code.ImageUri').every(({ state, node }) => state === 'absent' || node.kind === 'scalar')
    if (!isZip || fn.present('Code.ImageUri').length > 0) return
    for (const { when } of packageCases(fn).filter(({ kind }) => kind === 'Zip')) {
      for (const name of ['Runtime', 'Handler']) {
        for (const absent of fn.absent(name)) {
          const joint = both(when, absent.when)
          if (canHold(joint)) report({ ...atKey(absent), when: joint }, 'missing', { name })
        }
      }
    }
  },
})
