import { defineRule, functionsIn, type Resource } from '#rule'

export default defineRule({
  id: 'lambda/frozen-version',
  title: 'A Version resource publishes only once',
  severity: 'info',
  on: ['AWS::Lambda::Version'],
  why: 'CloudFormation publishes the version once: later changes of the code stay in $LATEST, and the alias keeps pointing to the first one.',
  fix: 'With SAM set AutoPublishAlias; else give the resource another logical ID with every release.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-version.html',
      fact: 'A version is published when the resource is made; nothing publishes another one under the same logical ID.',
    },
  ],
  notes: ['002:242', '002:243', '002:1694', '002:2242'],
  messages: {
    frozen: 'This publishes one version of {function}, and none when its code changes; change the logical ID with each release.',
  },
  check(version, { report }) {
    // A number or a hash in the ID changes with the release.
    if (/\d|[0-9a-f]{7}/.test(version.id) || !isOfAlias(version)) return
    for (const use of functionsIn(version.template, version, 'FunctionName'))
      report({ node: version.key, when: use.when }, 'frozen', { function: use.function.id })
  },
})

const isOfAlias = ({ template, id }: Resource): boolean =>
  template.references
    .of(id)
    .some(({ owner, section }) => section === 'Resources' && template.resources.get(owner)?.type === 'AWS::Lambda::Alias')
