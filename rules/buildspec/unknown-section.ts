import { BUILDSPEC_SECTIONS, closest, defineRule, isPlaceholder, listOf, respell, table } from '#rule'

/** Where keys belong that are found at the top. */
const HOMES: Readonly<Record<string, string>> = table({
  ...Object.fromEntries(['install', 'pre_build', 'build', 'post_build'].map((name) => [name, 'phases'])),
  ...Object.fromEntries(['commands', 'finally', 'on-failure', 'steps'].map((name) => [name, 'a phase'])),
  ...Object.fromEntries(
    ['shell', 'variables', 'parameter-store', 'secrets-manager', 'exported-variables', 'git-credential-helper'].map((name) => [
      name,
      'env',
    ]),
  ),
  ...Object.fromEntries(
    ['files', 'base-directory', 'discard-paths', 'exclude-paths', 'enable-symlinks', 's3-prefix', 'secondary-artifacts'].map((name) => [
      name,
      'artifacts',
    ]),
  ),
  name: 'artifacts',
  paths: 'cache',
  'file-format': 'a report group of reports',
  'build-list': 'batch',
  'build-graph': 'batch',
  'build-matrix': 'batch',
  'build-fanout': 'batch',
  environment_variables: 'env (as variables; this name is of version 0.1)',
})

export default defineRule({
  id: 'buildspec/unknown-section',
  title: 'Buildspec has an unknown top-level key',
  severity: 'warning',
  on: ['buildspec'],
  fixes: 'safe',
  why: 'CodeBuild silently ignores what it does not know at the top: settings that have lost their indentation never take effect.',
  fix: 'Correct the name, or indent the key under the section that it belongs to.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-spec-ref.html',
      fact: 'The top level holds version, run-as, env, proxy, batch, phases, reports, artifacts and cache.',
    },
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/eb-cli-codebuild.html',
      fact: 'The EB CLI reads a top-level key of its own, eb_codebuild_settings.',
    },
  ],
  notes: ['002:1187', '002:1189'],
  messages: {
    dedented: 'Ignored because it is not indented under {section}: {keys}; indent it.',
    misplaced: '"{name}" is ignored at the top level; it belongs under {home}.',
    misspelt: '"{name}" is no section of a buildspec and is ignored; did you mean "{near}"?',
    unknown: '"{name}" is no section of a buildspec and is ignored; the sections are {sections}.',
  },
  check(buildspec, { report }) {
    // With the indentation of phases lost, nothing below it stands where it should: buildspec/phases-missing says so once.
    if (buildspec.dedented('phases').length) return
    const known: readonly string[] = BUILDSPEC_SECTIONS
    const seen = new Set([buildspec.misspelt('version'), buildspec.misspelt('phases')])
    for (const section of known) {
      const lost = buildspec.dedented(section)
      const [first] = lost
      if (!first) continue
      for (const entry of lost) seen.add(entry)
      report(first.key, 'dedented', {
        keys: listOf(
          lost.map(({ key }) => `"${key.text}"`),
          'and',
        ),
        section,
      })
    }
    for (const entry of buildspec.root.entries) {
      const { key } = entry
      const name = key.text
      if (known.includes(name) || name === 'runtime-versions' || seen.has(entry) || isPlaceholder(name) || isForOthers(name)) continue
      if (buildspec.version === '0.1' && name === 'environment_variables') continue
      if (buildspec.holdsAnchor(entry)) continue
      const home = HOMES[name]
      const near = closest(name, known)
      if (home) report(key, 'misplaced', { name, home })
      else if (near) report(key, 'misspelt', { name, near }, respell(key, known))
      else report(key, 'unknown', { name, sections: known.join(', ') })
    }
  },
})

/** Read by the EB CLI, or marked as an extension in the way of other formats. */
const isForOthers = (name: string): boolean => name === 'eb_codebuild_settings' || /^(x-|[.$_])/.test(name)
