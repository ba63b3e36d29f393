import { defineRule, isGenerated } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/invalid-artifact-identifier',
  title: 'Artifact identifier must be letters, digits and underscores',
  severity: 'error',
  on: ['buildspec'],
  why: 'The identifier must be that of a secondary artifact of the project, which can have no other one.',
  fix: 'Use letters, digits and underscores, fewer than 128, in the buildspec and in the project.',
  sources: [
    { url: REFERENCE, fact: 'The identifiers of secondary-artifacts are those of the secondaryArtifacts of the project.' },
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/create-project.html',
      fact: 'The identifier of a secondary artifact has fewer than 128 characters, only letters, digits and underscores.',
    },
  ],
  notes: ['002:1186', '002:2342'],
  messages: {
    characters: 'The artifact identifier "{name}" must be letters, digits and underscores.',
    length: 'The artifact identifier "{name}" has {length} characters; it must have fewer than 128.',
  },
  check(buildspec, { report }) {
    for (const { identifier } of buildspec.artifacts) {
      const name = identifier?.text ?? ''
      if (!identifier || isGenerated(name)) continue
      if (!/^\w+$/.test(name)) report(identifier, 'characters', { name })
      else if (name.length > 127) report(identifier, 'length', { name, length: name.length })
    }
  },
})
