import { atKey, both, canHold, defineRule } from '#rule'
import { isFilled, packageCases } from './_function.ts'

/** Layers too: what they bring is copied into the image. */
const SETTINGS = {
  plain: ['Handler', 'Runtime', 'Layers', 'Code.ZipFile', 'Code.S3Bucket', 'Code.S3Key'],
  // SAM itself leaves CodeUri and InlineCode out.
  sam: ['Handler', 'Runtime', 'Layers'],
} as const

export default defineRule({
  id: 'lambda/zip-setting-on-image',
  title: 'Container image functions take no Handler, Runtime or Layers',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function: these settings belong into the image.',
  fix: 'Remove the setting; say in the Dockerfile, or under ImageConfig, what is to run. What comes from Globals can be left out with IgnoreGlobals.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html',
      fact: 'Handler, runtime and layers are for functions from zip archives; an image brings its own.',
    },
  ],
  notes: ['000:525', '001:24', '002:1689', '002:1691', '002:1692', '002:1693', '002:1694', '002:1701', '002:1704', '002:254', '002:259'],
  cfnLint: ['E3685'],
  messages: {
    zip: 'A function made of an image takes no {name}; remove it.',
  },
  check(fn, { report }) {
    for (const { when } of packageCases(fn).filter(({ kind }) => kind === 'Image')) {
      for (const path of fn.type === 'AWS::Serverless::Function' ? SETTINGS.sam : SETTINGS.plain) {
        for (const set of fn.present(path).filter(isFilled)) {
          const joint = both(when, set.when)
          if (canHold(joint)) report(atKey(set, joint), 'zip', { name: path.replace('Code.', '') })
        }
      }
    }
  },
})
