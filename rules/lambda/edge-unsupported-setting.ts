import { atKey, both, canHold, defineRule, type Fact, functionsIn, number, type Resource, string } from '#rule'
import { associationsOf } from './_edge.ts'
import { isFilled } from './_function.ts'

export default defineRule({
  id: 'lambda/edge-unsupported-setting',
  title: 'Lambda@Edge functions have no environment, VPC, layers, image or arm64',
  severity: 'error',
  on: ['AWS::CloudFront::Distribution'],
  why: 'CloudFront rejects the association, after the function has been made.',
  fix: 'Remove the setting from the function; let the code carry its configuration, or read it at run time.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html',
      fact: 'Functions at the edge have no environment variables, VPC, layers, images, arm64, dead-letter queues or more than 512 MB of /tmp; they run Node.js or Python.',
    },
    {
      url: 'https://github.com/serverless-nextjs/serverless-next.js/issues/982',
      fact: 'CloudFront answers InvalidLambdaFunctionAssociation: the function cannot have a layer.',
    },
    {
      url: 'https://github.com/opennextjs/opennextjs-aws/issues/47',
      fact: 'CloudFront refuses a function with the architecture arm64.',
    },
  ],
  notes: ['000:113', '000:122', '001:861', '001:863', '002:233', '002:235', '002:237'],
  messages: {
    unsupported: 'CloudFront runs {function} at the edge, where {name} is not supported; remove it.',
  },
  check(distribution, { report }) {
    for (const association of associationsOf(distribution)) {
      for (const use of functionsIn(distribution.template, association, 'LambdaFunctionARN')) {
        for (const { name, facts } of settingsOf(use.function)) {
          for (const fact of facts) {
            const when = both(use.when, fact.when)
            const related = [{ node: use.node, message: 'the distribution that runs it' }]
            if (canHold(when)) report({ ...atKey(fact, when), related }, 'unsupported', { name, function: use.function.id })
          }
        }
      }
    }
  },
})

/** What the edge does not take, with the cases in which a function has it. */
function settingsOf(fn: Resource): { name: string; facts: readonly Fact[] }[] {
  const isSam = fn.type === 'AWS::Serverless::Function'
  const filled = (path: string): Fact[] => fn.present(path).filter(isFilled)
  const equal = (path: string, value: string): Fact[] => fn.known(path, string).filter((fact) => fact.value === value) as unknown as Fact[]
  return [
    { name: 'Environment', facts: filled('Environment.Variables') },
    { name: 'VpcConfig', facts: filled('VpcConfig.SubnetIds') },
    { name: 'Layers', facts: filled('Layers') },
    isSam ? { name: 'DeadLetterQueue', facts: filled('DeadLetterQueue') } : { name: 'DeadLetterConfig', facts: filled('DeadLetterConfig') },
    { name: 'an image', facts: equal('PackageType', 'Image') },
    { name: 'arm64', facts: equal('Architectures.*', 'arm64') },
    {
      name: 'EphemeralStorage above 512 MB',
      facts: fn.known('EphemeralStorage.Size', number).filter((fact) => fact.value > 512) as unknown as Fact[],
    },
    {
      name: 'a runtime that is neither Node.js nor Python',
      facts: fn.known('Runtime', string).filter((fact) => !/^(nodejs|python)/.test(fact.value)) as unknown as Fact[],
    },
  ]
}
