import { behaviorsOf, closest, defineRule, originGroupsOf, present, string } from '#rule'

export default defineRule({
  id: 'cloudfront/unused-origin',
  title: 'Every origin must be used by some behavior',
  severity: 'warning',
  on: ['AWS::CloudFront::Distribution'],
  why: 'No request ever reaches it.',
  fix: 'Name it as the TargetOriginId of a behavior, or remove it.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html',
      fact: 'An origin gets the requests of the behaviors that name it.',
    },
  ],
  notes: ['000:150', '001:826', '001:838', '001:851', '001:852', '001:853', '001:854'],
  messages: { unused: 'No behavior and no origin group uses the origin "{id}"; name it in a TargetOriginId or remove it.' },
  check(distribution, { report }) {
    const behaviors = behaviorsOf(distribution)
    const choosing = ['LambdaFunctionAssociations', 'FunctionAssociations']
    // An edge function can send requests to any origin.
    if (behaviors.some((behavior) => choosing.some((name) => present(behavior, name).length > 0))) return
    const groups = originGroupsOf(distribution)
    const paths = [
      'DefaultCacheBehavior.TargetOriginId',
      'CacheBehaviors.*.TargetOriginId',
      'OriginGroups.Items.*.Members.Items.*.OriginId',
    ]
    const facts = paths.flatMap((path) => distribution.facts(`DistributionConfig.${path}`))
    if (facts.some(({ state }) => state === 'unknown') || groups.some((group) => group.isOpen)) return
    const used = paths.flatMap((path) => distribution.known(`DistributionConfig.${path}`, string)).map(({ value }) => value)
    const ids = distribution.known('DistributionConfig.Origins.*.Id', string)
    const names = ids.map(({ value }) => value)
    // A name that is misspelt is meant.
    const meant = used.filter((name) => !names.includes(name)).map((name) => closest(name, names))
    for (const id of ids) if (!used.includes(id.value) && !meant.includes(id.value)) report(id, 'unused', { id: id.value })
  },
})
