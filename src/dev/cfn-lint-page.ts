import type { Rule } from '../core.ts'

/** The ids that `cfn-lint --list-rules` of version 1.51 prints. */
const CFN_LINT = `
E0000 E0001 E0002 E0003 E0100 E0200 E1001 E1002 E1003 E1004 E1005 E1010 E1011 E1015 E1016 E1017 E1018 E1019 E1020 E1021 E1022
E1024 E1027 E1028 E1029 E1030 E1031 E1032 E1033 E1040 E1041 E1050 E1051 E1052 E1101 E1103 E1150 E1151 E1152 E1153 E1154 E1155
E1156 E1157 E1158 E1159 E1160 E1161 E1162 E1163 E1164 E1700 E1701 E1702 E2001 E2002 E2003 E2010 E2011 E2015 E2529 E2530 E2531
E2533 E2900 E3001 E3002 E3003 E3004 E3005 E3006 E3007 E3008 E3009 E3010 E3011 E3012 E3013 E3014 E3015 E3016 E3017 E3018 E3019
E3020 E3021 E3022 E3023 E3024 E3025 E3026 E3027 E3028 E3029 E3030 E3031 E3032 E3033 E3034 E3035 E3036 E3037 E3038 E3039 E3040
E3041 E3042 E3043 E3044 E3045 E3046 E3047 E3048 E3049 E3050 E3051 E3052 E3053 E3054 E3055 E3056 E3057 E3058 E3059 E3060 E3061
E3062 E3063 E3064 E3501 E3502 E3503 E3504 E3505 E3510 E3511 E3512 E3513 E3514 E3530 E3601 E3615 E3617 E3620 E3621 E3628 E3633
E3634 E3635 E3636 E3638 E3639 E3641 E3647 E3652 E3660 E3661 E3663 E3667 E3670 E3671 E3672 E3673 E3674 E3675 E3676 E3677 E3678
E3679 E3680 E3681 E3682 E3683 E3684 E3685 E3686 E3687 E3688 E3689 E3690 E3691 E3692 E3693 E3694 E3695 E3696 E3697 E3698 E3699
E3700 E3701 E3702 E3703 E3704 E3705 E3706 E3707 E3708 E3709 E3710 E3711 E3712 E3713 E3714 E3715 E3716 E3718 E3719 E3720 E3721
E4001 E4002 E5001 E6001 E6002 E6003 E6004 E6005 E6010 E6011 E6101 E6102 E7001 E7002 E7010 E8001 E8002 E8003 E8004 E8005 E8006
E8007 I1002 I1003 I1022 I2003 I2010 I2011 I2530 I3010 I3011 I3012 I3013 I3037 I3042 I3100 I3510 I6010 I6011 I7002 I7010 W1001
W1011 W1019 W1020 W1028 W1030 W1031 W1032 W1033 W1034 W1035 W1036 W1040 W1051 W1053 W1054 W1100 W2001 W2002 W2010 W2030 W2031
W2501 W2506 W2511 W2530 W2531 W2533 W3002 W3005 W3010 W3011 W3034 W3037 W3045 W3660 W3663 W3664 W3671 W3687 W3688 W3689 W3690
W3691 W3693 W3694 W3696 W3697 W3698 W3699 W3700 W3701 W3702 W3703 W4001 W4005 W6001 W7001 W8001 W8003
`
  .trim()
  .split(/\s+/)

/** What ids that begin so are about, in our words. */
const RANGES: readonly (readonly [RegExp, string])[] = [
  [/^.0/, 'its own running: files that cannot be read or parsed, transforms that fail'],
  [/^.1/, 'functions, references and the shape of a template'],
  [/^.2/, 'parameters, and properties of single services'],
  [/^.3/, 'resources, their properties and attributes'],
  [/^.4/, 'metadata'],
  [/^.5/, 'modules and rules of a template'],
  [/^.6/, 'outputs'],
  [/^.7/, 'mappings'],
  [/^.8/, 'conditions'],
]

const link = (id: string): string => {
  const [group, defect] = id.split('/') as [string, string]
  return `[${id}](${group}/README.md#${defect})`
}

/** The page for those who know cfn-lint. */
export function cfnLintPage(rules: readonly Rule[]): string {
  const corresponding = rules.filter(({ cfnLint }) => cfnLint?.length)
  const ours = new Map<string, string[]>()
  for (const { id, cfnLint = [] } of corresponding) for (const one of cfnLint) ours.set(one, [...(ours.get(one) ?? []), id])
  const listed = [...new Set([...CFN_LINT, ...ours.keys()])].sort()
  const missing = CFN_LINT.filter((id) => !ours.has(id))
  const groups = new Map<string, number>()
  for (const { id, cfnLint } of rules) {
    const [group] = id.split('/') as [string]
    if (!cfnLint?.length) groups.set(group, (groups.get(group) ?? 0) + 1)
  }
  const only = [...groups.values()].reduce((sum, count) => sum + count, 0)
  return `<!-- Generated: src/dev/cfn-lint-page.ts, npm run docs -->

# For users of cfn-lint

[cfn-lint](https://github.com/aws-cloudformation/cfn-lint) is AWS's own linter for CloudFormation. You can run both, or switch.

## Switching

- \`Metadata: cfn-lint: config: ignore_checks:\` of a template or a resource is honoured for the rules that correspond.
- A \`.cfnlintrc\` is honoured where there is no configuration of awslint. \`configure_rules\`, \`append_rules\` and \`override_spec\` have no
  counterpart: rules have no options here.
- \`awslint migrate\` says what it would rewrite into our words, \`awslint migrate --write\` does.
- cfn-lint knows no comments that silence a line; \`# awslint-disable-next-line <id> -- reason\` does.
- cfn-lint exits with 2, 4, 8 or their sum; awslint with 0, 1 (findings) or 2 (it could not do its work). Advice (\`info\`) is reported with
  \`--level info\` only.

## What differs

awslint also reads AppSpec files, buildspecs (in templates, too) and SAM as it is written, without running the transform, where cfn-lint
checks what the transform makes of it, and looks at the files that a document names. Of
its ${rules.length} rules, ${only} have no counterpart in cfn-lint: ${[...groups].map(([group, count]) => `[${group}](${group}/README.md) (${count})`).join(', ')}.

The other way round, ${missing.length} of the ${CFN_LINT.length} ids of cfn-lint have no rule here that says it corresponds. Some are found all the same
under a general rule as \`schema/…\`, since one rule here can cover what cfn-lint tells in many; others are not looked for. cfn-lint also judges a
template for each of several Regions by the schemas of that Region, and checks what the SAM transform makes of a template. By subject:

${RANGES.map(([range, words]) => [words, missing.filter((id) => range.test(id))] as const)
  .filter(([, ids]) => ids.length > 0)
  .map(([words, ids]) => `- ${words}: ${ids.join(', ')}`)
  .join('\n')}

## From cfn-lint

| cfn-lint | awslint |
| -------- | ------- |
${listed
  .filter((id) => ours.has(id))
  .map((id) => `| ${id} | ${(ours.get(id) ?? []).map(link).join(', ')} |`)
  .join('\n')}

## To cfn-lint

| awslint | cfn-lint |
| ------- | -------- |
${corresponding.map(({ id, cfnLint = [] }) => `| ${link(id)} | ${cfnLint.join(', ')} |`).join('\n')}
`
}
