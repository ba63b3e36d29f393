import { defineRule, type ShellCall } from '#rule'

/** Programs that cannot hide a login. */
const HARMLESS =
  /^(echo|printf|docker|aws|cd|export|ls|mkdir|cp|mv|rm|cat|date|git|sed|grep|cut|head|tail|tr|awk|jq|test|\[|\[\[|set|true|pwd|sleep|pip3?|apt|apt-get|yum|dnf|npm|unzip|tar|chmod|wc|sort|exit|)$/

export default defineRule({
  id: 'buildspec/docker-login-missing',
  title: 'Image is pushed to or pulled from ECR without a login',
  severity: 'warning',
  on: ['buildspec'],
  why: 'The registry answers "no basic auth credentials", and the build fails after the image is built.',
  fix: 'Run aws ecr get-login-password | docker login --username AWS --password-stdin <registry> before.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/registry_auth.html',
      fact: 'Docker has to be logged in to a private registry before it pushes or pulls.',
    },
  ],
  notes: ['001:939', '001:940', '001:942', '001:943', '001:944', '001:945', '002:1189', '002:1565', '002:1566'],
  messages: { missing: 'Nothing logs in to {registry} before this command; run aws ecr get-login-password | docker login first.' },
  check(buildspec, { report }) {
    const { commands, calls } = buildspec
    if (commands.some(({ text, isPartlyUnknown }) => isPartlyUnknown || /login|credential|\.docker/i.test(text))) return
    const variables = new Map(
      buildspec.variables.map(({ map, entry }) => [
        entry.key.text,
        map === 'variables' && entry.value.kind === 'scalar' ? entry.value.text : '',
      ]),
    )
    for (const call of calls) {
      if (!HARMLESS.test(call.program) || (call.program === 'npm' && call.is('npm', 'run'))) return
      const image = movesImage(call) ? call.args.map(({ text }) => expand(text, variables)).find((text) => REGISTRY.test(text)) : undefined
      if (!image) continue
      report(call.place(), 'missing', { registry: REGISTRY.exec(image)?.[0] ?? '' })
      return
    }
  },
})

const REGISTRY = /^\d{12}\.dkr\.ecr\.[\w-]+\.amazonaws\.com(\.cn)?/

const movesImage = (call: ShellCall): boolean =>
  call.is('docker', 'push') ||
  call.is('docker', 'pull') ||
  call.is('docker', 'image', 'push') ||
  (call.is('docker', 'buildx', 'build') && call.has('--push'))

const expand = (text: string, variables: ReadonlyMap<string, string>): string =>
  text.replace(/\$\{?([A-Za-z_]\w*)\}?/g, (written, name: string) => variables.get(name) ?? written)
