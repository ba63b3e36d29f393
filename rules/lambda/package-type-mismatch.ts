import { atKey, both, canHold, defineRule } from '#rule'
import { isBuilt, packageCases, pathFor } from './_function.ts'

export default defineRule({
  id: 'lambda/package-type-mismatch',
  title: 'ImageUri goes with PackageType Image, and only with it',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Set PackageType to Image where the code is an image, and leave ImageUri and ImageConfig out elsewhere.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
      fact: 'The package type is Image for container images; without it, it is Zip.',
    },
  ],
  notes: ['000:525', '001:78', '001:79', '001:80', '001:81', '002:1689', '002:1691', '002:1692', '002:1693', '002:1694', '002:1704'],
  cfnLint: ['W2533'],
  messages: {
    zip: '{name} needs PackageType Image, which is not set here.',
    image: 'PackageType is Image, but Code has no ImageUri; give the image.',
  },
  check(fn, { report }) {
    for (const { kind, when } of packageCases(fn)) {
      if (kind === 'Zip') {
        for (const path of [pathFor(fn, 'imageUri'), 'ImageConfig']) {
          for (const set of fn.present(path)) {
            const joint = both(when, set.when)
            if (canHold(joint)) report(atKey(set, joint), 'zip', { name: path.replace('Code.', '') })
          }
        }
      } else if (fn.type === 'AWS::Lambda::Function' && !isBuilt(fn)) {
        // SAM has a rule of its own for it; code from elsewhere is one of settings that an image does not take.
        for (const code of fn.items('Code').filter(({ entries }) => entries.length === 0)) {
          const joint = both(when, code.when)
          if (canHold(joint)) report({ node: code.node, when: joint }, 'image')
        }
      }
    }
  },
})
