import { defineRule, string, table } from '#rule'
import { runtimesOf } from './_runtimes.ts'
import { IMAGES } from './_sources.ts'

/** The images of AWS that have the runtime; all others lack it. */
const ON_IMAGES: Readonly<Record<string, RegExp>> = table({
  docker: /aarch64|^aws\/codebuild\/(standard:[1-4]\.0|amazonlinux2-x86_64-standard:[1-3]\.0)$/,
  android: /^aws\/codebuild\/(standard:[1-4]\.0|amazonlinux2-x86_64-standard:[1-3]\.0|android.*)$/,
  rust: /^aws\/codebuild\/(standard:([89]|\d\d)\.0|amazonlinux-x86_64-standard:([6-9]|\d\d)\.0|amazonlinux-aarch64-standard:.*)$/,
})

export default defineRule({
  id: 'buildspec/image-dependent-runtime',
  title: 'Runtime exists only on some build images',
  severity: 'warning',
  on: ['buildspec'],
  why: 'On an image without the runtime CodeBuild stops with "Unknown runtime named …" before the first command.',
  fix: 'Remove the entry: Docker is part of the current images and needs none; install the Android SDK with commands.',
  sources: [{ url: IMAGES, fact: 'docker is a runtime of the ARM images, rust of the newest ones, android of retired images only.' }],
  notes: ['002:1189'],
  messages: {
    docker: 'The runtime "docker" exists on ARM images only and fails on the others; remove it, Docker is there without it.',
    android: 'The runtime "android" exists on retired images only; install the SDK with commands.',
    image: 'The image {image} has no runtime "{name}"; remove the entry or use another image.',
  },
  check(buildspec, { report }) {
    const images = buildspec.buildProject?.known('Environment.Image', string) ?? []
    for (const { key } of runtimesOf(buildspec)) {
      const pattern = ON_IMAGES[key.text]
      if (!pattern) continue
      if (buildspec.buildProject) {
        for (const { value, when } of images) {
          // Images of others may have any runtime, and CodeBuild skips the section on them.
          if (value.startsWith('aws/codebuild/') && !pattern.test(value))
            report({ node: key, when }, 'image', { image: value, name: key.text })
        }
      } else if (key.text === 'docker' || key.text === 'android') report(key, key.text)
    }
  },
})
