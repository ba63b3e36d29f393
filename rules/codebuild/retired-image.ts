import { defineRule, string } from '#rule'

const RETIRED =
  /^aws\/codebuild\/(standard:[1-6]\.0|amazonlinux2-x86_64-standard:[1-4]\.0|amazonlinux2-aarch64-standard:[12]\.0|ubuntu-base:.*|eb-.*|(android-java|docker|dot-net|golang|java|nodejs|php|python|ruby):.*|windows-base:[12]\.0)$/

export default defineRule({
  id: 'codebuild/retired-image',
  title: 'Build image is no longer maintained',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'The image gets no updates and its runtimes are old; a build on a deprecated image also starts slower, for it is not cached.',
  fix: 'Use aws/codebuild/standard:7.0, aws/codebuild/amazonlinux-x86_64-standard:5.0 or a later one of them.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/deprecated-images.html',
      fact: 'Deprecated images, up to standard:4.0 and Amazon Linux 2 3.0, are neither updated nor cached, with the date of each.',
    },
    {
      url: 'https://github.com/aws/aws-codebuild-docker-images',
      fact: 'The maintained images of April 2026 are standard:7.0 and later, and those of Amazon Linux 2023.',
    },
  ],
  notes: ['002:1188', '002:1191', '002:2346', '002:2356'],
  messages: { retired: 'The image {image} is no longer maintained; use {successor}.' },
  check(project, { report }) {
    for (const fact of project.known('Environment.Image', string)) {
      const { value: image } = fact
      if (RETIRED.test(image)) report(fact, 'retired', { image, successor: successorOf(image) })
    }
  },
})

function successorOf(image: string): string {
  if (image.includes('windows')) return 'aws/codebuild/windows-base:2022-1.0'
  if (image.includes('aarch64')) return 'aws/codebuild/amazonlinux-aarch64-standard:3.0'
  return image.includes('amazonlinux') ? 'aws/codebuild/amazonlinux-x86_64-standard:5.0' : 'aws/codebuild/standard:7.0'
}
