import { closest, defineRule, isPlaceholder, respell, string } from '#rule'
import { BATCH_REFERENCE } from './_sources.ts'

const COMPUTE_TYPES = [
  ...['SMALL', 'MEDIUM', 'LARGE', 'XLARGE', '2XLARGE'].map((size) => `BUILD_GENERAL1_${size}`),
  ...['1GB', '2GB', '4GB', '8GB', '10GB'].map((size) => `BUILD_LAMBDA_${size}`),
  'ATTRIBUTE_BASED_COMPUTE',
  'CUSTOM_INSTANCE_TYPE',
]
const TYPES = [
  'WINDOWS_CONTAINER',
  'LINUX_CONTAINER',
  'LINUX_GPU_CONTAINER',
  'ARM_CONTAINER',
  'WINDOWS_SERVER_2019_CONTAINER',
  'WINDOWS_SERVER_2022_CONTAINER',
  'LINUX_LAMBDA_CONTAINER',
  'ARM_LAMBDA_CONTAINER',
  'LINUX_EC2',
  'ARM_EC2',
  'WINDOWS_EC2',
  'MAC_ARM',
]
const PLACES = ['build-list.*.env', 'build-graph.*.env', 'build-matrix.static.env', 'build-matrix.dynamic.env']

export default defineRule({
  id: 'buildspec/unknown-batch-environment',
  title: 'Build of a batch has an unknown compute or environment type',
  severity: 'warning',
  on: ['buildspec'],
  fixes: 'safe',
  why: 'The build of the batch cannot be started on a machine that does not exist.',
  fix: 'Write one of the types as the API has them, such as BUILD_GENERAL1_SMALL and LINUX_CONTAINER.',
  sources: [
    { url: BATCH_REFERENCE, fact: 'env of a build has compute-type and type.' },
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ProjectEnvironment.html',
      fact: 'The compute types and environment types that exist.',
    },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    misspelt: 'There is no {key} "{value}"; did you mean "{near}"?',
    unknown: 'There is no {key} "{value}"; write one such as "{example}".',
  },
  check(buildspec, { report }) {
    for (const [key, values, example] of [
      ['compute-type', COMPUTE_TYPES, 'BUILD_GENERAL1_SMALL'],
      ['type', TYPES, 'LINUX_CONTAINER'],
    ] as const) {
      for (const place of PLACES) {
        const paths = [`batch.${place}.${key}`, ...(place.includes('dynamic') ? [`batch.${place}.${key}.*`] : [])]
        for (const fact of paths.flatMap((path) => buildspec.known(path, string))) {
          const { value } = fact
          // The guide itself also writes ARM_LAMBDA_1GB and the like.
          if (values.includes(value) || /^(LINUX|ARM)_LAMBDA_\d+GB$/.test(value) || /[${<]/.test(value)) continue
          const near = closest(value, values)
          if (near) report(fact, 'misspelt', { key, value, near }, respell(fact, values))
          else if (!isPlaceholder(value) || key === 'compute-type') report(fact, 'unknown', { key, value, example })
        }
      }
    }
  },
})
