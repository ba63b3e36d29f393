import { defineRule, isInline, string, together } from '#rule'
import { api, without } from './_project.ts'

export default defineRule({
  id: 'codebuild/buildspec-missing',
  title: 'NO_SOURCE needs an inline buildspec',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'Without a source there is no file that could be the buildspec, and CodeBuild refuses the project.',
  fix: 'Write the buildspec itself into BuildSpec, or give the project a source.',
  sources: [
    {
      url: api('ProjectSource'),
      fact: 'With NO_SOURCE the project has no code of its own; buildspec is a path within the source, or the text itself.',
    },
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/no-source.html',
      fact: 'A project without source needs its buildspec inline.',
    },
  ],
  notes: ['001:1077', '001:1078', '001:1079', '001:1080', '002:1187', '002:1189', '002:2347'],
  messages: {
    missing: 'A project of the source type NO_SOURCE has no buildspec; write it into BuildSpec.',
    path: 'BuildSpec names the file "{value}", but NO_SOURCE has no files; write the buildspec itself there.',
  },
  check(project, { report }) {
    for (const source of project.items('Source')) {
      const types = source.known('Type', string).filter(({ value }) => value === 'NO_SOURCE')
      for (const { value, when } of without(source, types, 'BuildSpec')) report({ node: value.node, when }, 'missing')
      for (const [, buildspec] of together(types, source.known('BuildSpec', string))) {
        const { value } = buildspec
        if (!isInline(value) && !value.startsWith('arn:')) report(buildspec, 'path', { value })
      }
    }
  },
})
