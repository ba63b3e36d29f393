import { both, canHold, defineRule, string, type Template } from '#rule'

export default defineRule({
  id: 'sam/function-code-missing',
  title: 'Function does not say where its code is',
  severity: 'info',
  on: ['AWS::Serverless::Function'],
  why: 'Packaging takes the whole folder of the template then, with all that lies in it; without packaging the transform fails.',
  fix: 'Set CodeUri to the folder that holds the code, or write it under InlineCode.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-codeuri',
      fact: 'A zip function has its code at CodeUri or in InlineCode.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'A function with neither is refused with a message about setting only one of the two.',
    },
    {
      url: 'https://github.com/aws/aws-sam-cli/blob/develop/samcli/lib/package/packageable_resources.py',
      fact: 'A path that is missing is packaged as the folder that packaging starts from.',
    },
  ],
  notes: ['001:24'],
  messages: { missing: '{function} has neither CodeUri nor InlineCode; say where its code is.' },
  check(resource, { report }) {
    if (resource.attribute('Metadata') || isBuilt(resource.template)) return
    for (const type of resource.possible('PackageType', string)) {
      if (type.state === 'unknown' || (type.state === 'known' && type.value !== 'Zip')) continue
      for (const uri of resource.absent('CodeUri')) {
        for (const inline of resource.absent('InlineCode')) {
          const when = both(both(type.when, uri.when), inline.when)
          if (canHold(when)) report({ node: resource.body, when }, 'missing', { function: resource.id })
        }
      }
    }
  },
})

/** Whether the SAM CLI seems to build this: it takes the folder of the template for a missing CodeUri. */
const isBuilt = ({ project }: Template): boolean =>
  project
    ?.list('.')
    ?.some((name) =>
      /^(samconfig\.(toml|ya?ml)|package\.json|requirements\.txt|pom\.xml|go\.mod)$|\.(py|[cm]?[jt]s|rb|go|cs|java)$/.test(name),
    ) ?? false
