import { defineRule, dynamicReferencesOf } from '#rule'

const SERVICES = ['ssm', 'ssm-secure', 'secretsmanager']

export default defineRule({
  id: 'intrinsic/malformed-dynamic-reference',
  title: 'Dynamic reference has the wrong form',
  severity: 'error',
  on: ['template'],
  why: 'CloudFormation cannot resolve it, and the stack fails.',
  fix: 'Write {{resolve:ssm:name:version}}, {{resolve:ssm-secure:name:version}} or {{resolve:secretsmanager:secret:SecretString:key:stage:version}}; parts from the right may be left out.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references.html',
      fact: 'A dynamic reference names one of the services ssm, ssm-secure and secretsmanager and what to read there.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-secretsmanager.html',
      fact: 'Behind the secret stand SecretString, the key in it, the staging label and the version ID, each of which may be empty or left out.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/dynamic-references-ssm.html',
      fact: 'Behind the name of the parameter stands its version, a whole number, or nothing.',
    },
  ],
  notes: ['002:2015', '002:2019', '004:320'],
  cfnLint: ['E1050'],
  messages: {
    service: '"{service}" is no service of dynamic references; they read from ssm, ssm-secure and secretsmanager.',
    name: '{text} does not say what to read; name a parameter or a secret.',
    count: '{text} has more parts than a dynamic reference can have.',
    version: '"{version}" is no version of an SSM parameter; write a whole number or leave it out.',
    parameter: '"{name}" is no name of an SSM parameter: only letters, digits and . - _ / may be in it.',
    secretString: 'Behind the secret stands "{form}"; write SecretString there and the key behind it.',
  },
  check(template, { report }) {
    for (const { text, parts, isWhole, isFilledIn, node, span, section, path } of dynamicReferencesOf(template)) {
      if (section === 'Metadata' || section === 'Description' || path[0] === 'Metadata' || path.includes('Description')) continue
      const place = { node, span, when: template.whenAt(node) }
      const [service = '', ...rest] = parts
      if (service.includes('${')) continue
      if (!SERVICES.includes(service)) {
        if (isWhole || rest.length > 0) report(place, 'service', { service })
        continue
      }
      if (!isWhole) continue
      const filled = (part: string | undefined): boolean => isFilledIn && (part?.includes('${') ?? false)
      if (!rest[0]?.trim()) report(place, 'name', { text })
      else if (service !== 'secretsmanager') {
        const [name, version, ...more] = rest
        // A shared parameter is named by its ARN.
        if (name === 'arn') continue
        if (more.length > 0) report(place, 'count', { text })
        else if (version !== undefined && !filled(version) && !/^\d+$/.test(version)) report(place, 'version', { version })
        else if (!filled(name) && !/^[\w.\-/]+$/.test(name ?? '')) report(place, 'parameter', { name: name ?? '' })
      } else {
        // The ARN of a secret brings six colons of its own; a variable may bring them too.
        const isArn = rest[0] === 'arn'
        if (!isArn && filled(rest[0]) && rest.length < 2) continue
        const [form, ...more] = rest.slice(isArn ? 7 : 1)
        if (form !== undefined && form !== '' && form !== 'SecretString' && !filled(form)) report(place, 'secretString', { form })
        else if (more.length > 3) report(place, 'count', { text })
      }
    }
  },
})
