/** What groups are for, where the name alone does not say it; every other group is a service of AWS. */
const GROUPS: Readonly<Record<string, string>> = {
  source: 'the text itself: YAML, JSON, bytes',
  template: 'sections, resources and their attributes, limits of a template',
  parameter: 'the Parameters section',
  condition: 'the Conditions section and what refers to it',
  mapping: 'the Mappings section',
  output: 'the Outputs section',
  intrinsic: 'functions and references',
  schema: 'what the published schema of a resource type does not take',
  sam: 'what the SAM transform reads',
  appspec: 'AppSpec files of CodeDeploy',
  buildspec: 'buildspecs of CodeBuild',
  project: 'what several documents say together',
  iam: 'policies, wherever a template holds one',
  suppression: 'comments and metadata that silence findings',
}

/** The page that tells how rules are found, named and written. */
export function rulesGuide(groups: readonly { readonly group: string; readonly count: number }[]): string {
  const total = groups.reduce((sum, { count }) => sum + count, 0)
  const rows = groups.map(
    ({ group, count }) => `| [${group}](${group}/README.md) | ${count} | ${GROUPS[group] ?? 'resources of the service'} |`,
  )
  return GUIDE.replace('{total}', () => String(total)).replace('{groups}', () => rows.join('\n'))
}

const GUIDE = `<!-- Generated: src/dev/rules-guide.ts, npm run docs -->

# Rules

One rule is one file, and its id is its address: \`lambda/environment-too-large\` is \`rules/lambda/environment-too-large.ts\`, its
fixtures are in \`fixtures/lambda/environment-too-large/\`, its documentation is \`rules/lambda/README.md#environment-too-large\`.
Nothing registers it anywhere.

## Find a rule

The end of a finding names its rule. \`awslint explain lambda/environment-too-large\` prints it, \`awslint rules\` lists all {total}.
Each group has a page:

| Group | Rules | About |
| --- | ---: | --- |
{groups}

## Name a rule

- The **group** is one of those above, or the lower-cased namespace of the service: \`AWS::ApiGateway::Method\` is in \`apigateway\`.
- The **defect** says what is wrong, never what to do: \`memory-out-of-range\`, not \`use-valid-memory\`. It reads as English after
  "ignore". Words in use: \`unknown-\` (no such name), \`invalid-\` (cannot be), \`malformed-\` (of the wrong shape), \`-missing\`,
  \`-out-of-range\`, \`too-many-\`, \`-too-long\`, \`duplicate-\`, \`unused-\`, \`ignored-\` (AWS accepts it and does nothing).
- **One id is one thing that somebody may want to switch off**, with one reason. Two limits that share their sentence are one rule
  with a small table; if they need two sentences they are two files.

## Write a rule

\`\`\`
npm run new lambda/memory-out-of-range    # the rule and its fixtures, which fail until they are written
npm test -- --update                      # writes what is found into the bad fixtures: read it
npm test
npm run docs
\`\`\`

**Is it a rule?** What AWS publishes as the schema of a resource type (types, required properties, allowed values, patterns) is no
rule file: the rules of \`schema\` find it for every type. A limit, an exclusion or a requirement that AWS documents is a ready-made
check. The rest is code.

\`\`\`ts
import { defineRule, range } from '#rule'

export default defineRule({
  id: 'lambda/memory-out-of-range',
  title: 'Lambda memory must be 128 MB to 10,240 MB',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function when the stack is already half created.',
  fix: 'Use a whole number of megabytes from 128 to 10240.',
  sources: [{ url: 'https://docs.aws.amazon.com/…', fact: 'What the page says, in our own words.' }],
  check: range('MemorySize', { min: 128, max: 10240, unit: 'MB' }),
})
\`\`\`

Ready-made are \`range\`, \`length\`, \`count\`, \`oneOf\`, \`matches\`, \`exclusive\`, \`requires\`, \`requiresOneOf\` and \`onlyWith\`
(\`src/checks.ts\`). Code has messages of its own and reports them at a place:

\`\`\`ts
  messages: { short: 'Queue hides a message for {queue} seconds, the function may run {timeout}; raise VisibilityTimeout.' },
  check(resource, { report }) {
    for (const timeout of resource.known('Timeout', number)) …report(timeout, 'short', { queue, timeout: timeout.value })
  },
\`\`\`

- **A value is rarely just a value.** \`known('Timeout', number)\` gives every value that the property can be shown to have, with the
  place where it is written and the condition under which it holds; \`absent('Timeout')\` the cases in which it is certainly missing;
  \`together(a, b)\` the pairs that can be at once. What only AWS knows is given by neither and cannot be reported.
- **Severity.** error: the deployment fails, or the document is invalid. warning: it deploys and is almost surely wrong or dangerous.
  info: practice; shown when asked for.
- **A message** says what is wrong, with the offending value in it, and what to do. It starts upper-case or with a quoted name and
  ends with a full stop.
- **A fact has a source** that was read, and is told in our own words.
- **A rule imports \`#rule\` and \`_siblings\`** and nothing else; it knows neither other rules nor the disk, and has no options. It has
  35 lines or so; past 120 its meaning belongs into \`src/\`.
- **Fixtures** are told in [fixtures/README.md](../fixtures/README.md). A good fixture is the place for what must not be found.

\`test/contract.test.ts\` checks all of this; where it fails, it says what to run.

## What is no rule

- **Nothing that needs the network or credentials.** Whether a bucket exists, a name is taken or a quota was raised is not asked.
- **Nothing about style**: order, indentation, naming, quotes. Whoever deploys it gets the same.
- **Nothing that is only probable.** A value that cannot be known is not reported. A false alarm is worse than a missed defect.
- **Nothing that AWS does not say.** A rule without a source is an opinion.
- **No options.** A rule is on, off, or of another severity; a rule that needs a number from its user is another rule.

Which lines of the study notes give no rule of their own, and why, is told in [NOTES.md](NOTES.md).
`
