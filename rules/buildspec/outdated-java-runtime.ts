import { defineRule, isPlaceholder } from '#rule'
import { runtimesOf } from './_runtimes.ts'
import { IMAGES, RUNTIMES } from './_sources.ts'

export default defineRule({
  id: 'buildspec/outdated-java-runtime',
  title: 'Java runtimes are named corretto, not openjdk',
  severity: 'warning',
  on: ['buildspec'],
  why: 'openjdk was a runtime of retired images; on the current ones the build stops with "Unknown runtime version".',
  fix: 'Write the name of an Amazon Corretto version, such as corretto21.',
  sources: [
    { url: RUNTIMES, fact: 'The versions of java are corretto8, corretto11, corretto17, corretto21 and so on.' },
    { url: IMAGES, fact: 'The runtimes.yml of the maintained images lists only corretto versions of java.' },
  ],
  notes: ['002:1189'],
  messages: {
    openjdk: '"{value}" is a version of retired images only; write "corretto{major}".',
    bare: '"{value}" is no version of java; write "corretto{major}".',
  },
  check(buildspec, { report }) {
    for (const { key, value } of runtimesOf(buildspec)) {
      if (key.text !== 'java' || value.kind !== 'scalar' || isPlaceholder(value.text)) continue
      const openjdk = /^openjdk-?(\d+)/i.exec(value.text)?.[1]
      const bare = /^(?:jdk|java)?-?(\d+)(?:\.[\dx]+)*$/i.exec(value.text)?.[1]
      if (openjdk) report(value, 'openjdk', { value: value.text, major: openjdk })
      else if (bare) report(value, 'bare', { value: value.text, major: bare })
    }
  },
})
