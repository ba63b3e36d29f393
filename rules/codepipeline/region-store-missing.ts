import { defineRule, isRegionCode, type Known, type Properties, pipelineOf, string } from '#rule'

export default defineRule({
  id: 'codepipeline/region-store-missing',
  title: 'Cross-Region action has no artifact store in its Region',
  severity: 'warning',
  on: ['AWS::CodePipeline::Pipeline'],
  why: 'Where the stack is in another Region, CodePipeline rejects the pipeline, for it cannot hand the artifacts over.',
  fix: 'Use ArtifactStores, with an entry for the Region of the pipeline and for each other Region.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codepipeline/latest/APIReference/API_PipelineDeclaration.html',
      fact: 'Where an action is in another Region than the pipeline, artifactStores has a store for each Region.',
    },
  ],
  notes: ['002:2323', '002:2324', '002:2326'],
  messages: {
    single: 'An action in {region} needs ArtifactStores with a store in that Region, not ArtifactStore.',
    missing: 'ArtifactStores has no store in {region}; add one.',
  },
  check(resource, { report }) {
    for (const { properties } of pipelineOf(resource).actions) {
      for (const region of properties.known('Region', string)) {
        // A parameter is mostly the Region of the stack itself.
        if (region.via || !isRegionCode(region.value)) continue
        const stores = resource.under(region.when)
        for (const absent of stores.absent('ArtifactStores'))
          report({ node: region.node, when: absent.when }, 'single', { region: region.value })
        for (const { fact, regions } of listsOf(stores))
          if (regions && !regions.includes(region.value))
            report({ node: region.node, when: fact.when }, 'missing', { region: region.value })
      }
    }
  },
})

/** Each case of ArtifactStores, with its Regions where all of them are known. */
function listsOf(stores: Properties): { fact: Known; regions: string[] | undefined }[] {
  return stores.facts('ArtifactStores').flatMap((fact) => {
    if (fact.state !== 'known') return []
    const cases = stores.under(fact.when).possible('ArtifactStores.*.Region', string)
    const regions = cases.flatMap((one) => (one.state === 'known' ? [one.value] : []))
    return [{ fact, regions: regions.length === cases.length ? regions : undefined }]
  })
}
