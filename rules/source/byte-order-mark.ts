import { defineRule } from '#rule'
export default defineRule({
  id: 'source/byte-order-mark',
  title: 'The file begins with a byte order mark',
  severity: 'warning',
  on: ['source'],
  why: 'Some readers take the invisible mark as part of the first key, which then does not exist.',
  fix: 'Save the file as UTF-8 without a byte order mark.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codedeploy/latest/userguide/troubleshooting-general.html',
      fact: 'Characters that do not print can make deployments fail; AppSpec files are to be saved by editors that add none.',
    },
  ],
  messages: {
    mark: 'The file begins with a byte order mark (U+FEFF); save it as UTF-8 without one.',
  },
  check(target, { report }) {
    // CodeDeploy's agent fails on it, which has a rule of its own.
    if (target.kind === 'appspec') return
    for (const { place } of target.problems('byte-order-mark')) report(place, 'mark')
  },
})
