import { closest, defineRule, isPlaceholder, string } from '#rule'
import { REFERENCE } from './_sources.ts'

const FORMATS = [
  'CUCUMBERJSON',
  'JUNITXML',
  'NUNITXML',
  'NUNIT3XML',
  'TESTNGXML',
  'VISUALSTUDIOTRX',
  'CLOVERXML',
  'COBERTURAXML',
  'JACOCOXML',
  'SIMPLECOV',
]

export default defineRule({
  id: 'buildspec/unknown-report-format',
  title: 'Report format does not exist',
  severity: 'error',
  on: ['buildspec'],
  why: 'CodeBuild cannot read the results, and the report is not made.',
  fix: 'Write one of the formats; without file-format it is JUNITXML.',
  sources: [{ url: REFERENCE, fact: 'The formats of test and coverage reports; the case of the letters does not matter.' }],
  notes: ['002:1187', '002:1189'],
  messages: {
    misspelt: 'There is no report format "{value}"; did you mean "{near}"?',
    unknown: 'There is no report format "{value}"; the formats are {formats}.',
  },
  check(buildspec, { report }) {
    for (const fact of buildspec.known('reports.*.file-format', string)) {
      const { value } = fact
      if (FORMATS.includes(value.toUpperCase()) || isPlaceholder(value)) continue
      const near = closest(value, FORMATS) ?? FORMATS.find((format) => format.startsWith(value.toUpperCase()))
      if (near && value) report(fact, 'misspelt', { value, near })
      else report(fact, 'unknown', { value, formats: FORMATS.join(', ') })
    }
  },
})
