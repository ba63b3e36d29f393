import { both, canHold, defineRule, type Known, string } from '#rule'
import { api } from './_project.ts'

const KINDS = [
  ['SecondaryArtifacts', 'ArtifactIdentifier', 'secondary artifact'],
  ['SecondarySources', 'SourceIdentifier', 'secondary source'],
] as const

export default defineRule({
  id: 'codebuild/secondary-artifact-unidentified',
  title: 'Secondary artifacts need an identifier and their own place',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'The buildspec names secondary artifacts and sources by their identifiers; CodeBuild refuses the project without them.',
  fix: 'Give each its own identifier of letters, digits and underscores.',
  sources: [
    { url: api('ProjectSource'), fact: 'sourceIdentifier has letters, digits and underscores, fewer than 128 characters.' },
    { url: api('ProjectArtifacts'), fact: 'artifactIdentifier identifies the artifact.' },
  ],
  notes: ['001:1086', '002:2349', '002:2359'],
  messages: {
    missing: 'This {what} has no {property}; give it one.',
    duplicate: 'The {property} "{value}" is used by another {what}; give each its own.',
    characters: 'The {property} is "{value}"; use letters, digits and underscores, fewer than 128.',
    pipeline: 'A secondary artifact is CODEPIPELINE, but Artifacts.Type is {type}; use one type for all.',
  },
  check(project, { report }) {
    for (const [list, property, what] of KINDS) {
      const seen: Known<string>[] = []
      for (const item of project.items(list)) {
        for (const { when } of item.absent(property)) report({ node: item.node, when }, 'missing', { what, property })
        for (const fact of item.known(property, string)) {
          const { value } = fact
          if (!/^\w{1,127}$/.test(value)) report(fact, 'characters', { property, value })
          else if (seen.some((one) => one.value === value && one.node !== fact.node && canHold(both(one.when, fact.when))))
            report(fact, 'duplicate', { property, value, what })
          seen.push(fact)
        }
      }
    }
    for (const secondary of project.known('SecondaryArtifacts.*.Type', string).filter(({ value }) => value === 'CODEPIPELINE')) {
      for (const primary of project.known('Artifacts.Type', string).filter(({ value }) => value !== 'CODEPIPELINE')) {
        const when = both(secondary.when, primary.when)
        if (canHold(when)) report({ node: secondary.node, when }, 'pipeline', { type: primary.value })
      }
    }
  },
})
