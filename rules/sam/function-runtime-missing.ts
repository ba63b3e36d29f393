import { both, canHold, defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/function-runtime-missing',
  title: 'Zip function needs Runtime and Handler',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'Without them Lambda does not know what to run; the deployment fails.',
  fix: 'Set Runtime and Handler on the function or in Globals, or PackageType to Image.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-runtime',
      fact: 'Runtime and Handler are required for functions that are packaged as zip archives.',
    },
  ],
  notes: ['001:24'],
  cfnLint: ['W2533'],
  messages: { missing: '{function} has no {name}; a function that is packaged as a zip archive needs one.' },
  check(resource, { report }) {
    // An image under the wrong package type is another matter.
    if (resource.present('ImageUri').length > 0) return
    for (const type of resource.possible('PackageType', string)) {
      if (type.state === 'unknown' || (type.state === 'known' && type.value !== 'Zip')) continue
      for (const name of ['Runtime', 'Handler']) {
        for (const absent of resource.absent(name)) {
          const when = both(type.when, absent.when)
          if (canHold(when)) report({ node: absent.node, when }, 'missing', { function: resource.id, name })
        }
      }
    }
  },
})
