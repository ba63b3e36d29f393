import { defineRule, string, together } from '#rule'
import { COMPUTE, IMAGES } from './_project.ts'

/** The environment types that each family of images of AWS runs on. */
const FAMILIES: readonly (readonly [RegExp, RegExp, string])[] = [
  [/^aws\/codebuild\/.*aarch64-lambda/, /^ARM_LAMBDA_CONTAINER$/, 'ARM_LAMBDA_CONTAINER'],
  [/^aws\/codebuild\/.*x86_64-lambda/, /^LINUX_LAMBDA_CONTAINER$/, 'LINUX_LAMBDA_CONTAINER'],
  [/^aws\/codebuild\/[^/]*aarch64/, /^ARM_CONTAINER$/, 'ARM_CONTAINER'],
  [/^aws\/codebuild\/([^/]*x86_64|standard:)/, /^LINUX_(GPU_)?CONTAINER$/, 'LINUX_CONTAINER'],
  [/^aws\/codebuild\/windows-base/, /^WINDOWS_/, 'WINDOWS_SERVER_2022_CONTAINER'],
]
const TYPES = /^(LINUX|ARM|WINDOWS)_/

export default defineRule({
  id: 'codebuild/image-architecture-mismatch',
  title: 'Build image does not fit the environment type',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'The image cannot run on the machine, and no build starts.',
  fix: 'Use an aarch64 image with ARM types, an x86_64 or standard image with Linux types, a Windows image with Windows types.',
  sources: [
    { url: IMAGES, fact: 'Each image of CodeBuild is for one platform and architecture.' },
    { url: COMPUTE, fact: 'The environment types and the machines that they run on.' },
  ],
  notes: ['002:1188', '002:1191', '002:2346', '002:2356'],
  messages: { mismatch: 'The image {image} does not run on {type}; use another image, or the type {fitting}.' },
  check(project, { report }) {
    for (const environment of project.items('Environment')) {
      // A fleet has the type that it was made with.
      if (environment.facts('Fleet').some((fact) => fact.state !== 'absent')) continue
      for (const [image, type] of together(environment.known('Image', string), environment.known('Type', string))) {
        const family = FAMILIES.find(([pattern]) => pattern.test(image.value))
        if (family && TYPES.test(type.value) && !family[1].test(type.value))
          report(image, 'mismatch', { image: image.value, type: type.value, fitting: family[2] })
      }
    }
  },
})
