import { defineRule } from '#rule'
import { REFERENCE, VARIABLES } from './_sources.ts'

export default defineRule({
  id: 'buildspec/reserved-variable',
  title: 'Variable names starting with CODEBUILD_ are reserved',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild sets these variables itself; a value of your own is refused, lost, or misleads the build.',
  fix: 'Choose another name; what a CODEBUILD_ variable stands for is set on the project or the build.',
  sources: [
    { url: REFERENCE, fact: 'A variable must not have a name that begins with CODEBUILD_; the prefix is for internal use.' },
    { url: VARIABLES, fact: 'CodeBuild provides the variables with that prefix.' },
  ],
  notes: ['000:321', '001:1089', '002:1189', '002:2019', '002:2352'],
  messages: { reserved: 'The variable {name} begins with "CODEBUILD_", which is reserved; choose another name.' },
  check(buildspec, { report }) {
    for (const { entry } of buildspec.variables) {
      const name = entry.key.text
      if (name.startsWith('CODEBUILD_')) report(entry.key, 'reserved', { name })
    }
  },
})
