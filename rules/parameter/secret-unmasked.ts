import { defineRule, isSecretProperty, type Parameter, propertyPathOf, saysSecret, type Template } from '#rule'

export default defineRule({
  id: 'parameter/secret-unmasked',
  title: 'Parameter that carries a secret lacks NoEcho',
  severity: 'warning',
  on: ['template'],
  why: 'Whoever may describe the stack reads the secret, in the console, the command line and the change sets.',
  fix: 'Add "NoEcho: true", or better take the secret from Secrets Manager with a dynamic reference.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html',
      fact: 'NoEcho masks the value of a parameter in calls that describe the stack; dynamic references are recommended over it.',
    },
  ],
  notes: ['001:114', '001:115', '001:119', '001:281', '004:35'],
  cfnLint: ['W2501', 'W2509'],
  messages: {
    used: 'Parameter "{name}" is used as {property} but is shown in clear; add "NoEcho: true".',
    named: 'Parameter "{name}" seems to be a secret but is shown in clear; add "NoEcho: true".',
  },
  check(template, { report }) {
    for (const parameter of template.parameters.values()) {
      const { name, key, type } = parameter
      if (parameter.isNoEcho || type !== 'String' || parameter.allowedValues) continue
      const use = template.references.of(name).find(({ kind, owner, section, call }) => {
        return kind === 'Ref' && section === 'Resources' && call && isSecretProperty(template.resources.get(owner)?.type ?? '', call.node)
      })
      if (use?.call)
        report({ node: key, related: [{ node: use.node, message: 'used here' }] }, 'used', {
          name,
          property: propertyPathOf(use.call.node),
        })
      else if (saysSecret(name) && !namesSecret(parameter) && !isResolved(template, name)) report(key, 'named', { name })
    }
  },
})

/** Whether the value says where the secret is: a path, an ARN, a name in Secrets Manager. */
function namesSecret(parameter: Parameter): boolean {
  const says = ['Description', 'AllowedPattern'].some((name) => {
    const text = parameter.attribute(name)?.value
    return (
      text?.kind === 'scalar' &&
      /\b(arn|secrets? ?manager|parameter store|ssm|(name|id|path|key) (of|for)|secret (name|id))\b/i.test(text.text)
    )
  })
  return says || /^(arn:|\/|\{\{resolve:|true$|false$)/i.test(parameter.default?.text ?? '')
}

/** Whether the value becomes part of a dynamic reference. */
const isResolved = (template: Template, name: string): boolean =>
  template.references.of(name).some(({ node }) => node.kind === 'scalar' && node.text.includes('{{resolve:'))
