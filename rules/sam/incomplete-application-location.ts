import { at, callOf, closest, defineRule, idIn, type Node, string } from '#rule'

const KEYS = ['ApplicationId', 'SemanticVersion']

export default defineRule({
  id: 'sam/incomplete-application-location',
  title: 'Application location needs ApplicationId and SemanticVersion',
  severity: 'error',
  on: ['AWS::Serverless::Application'],
  why: 'SAM looks the application up in the Serverless Application Repository during the transform, which needs both as plain texts.',
  fix: 'Give the ARN of the application and a version such as 1.2.3, or the path or address of a template as text.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-application-applicationlocationobject.html',
      fact: 'ApplicationId, an ARN, and SemanticVersion are both required.',
    },
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/plugins/application/serverless_app_plugin.py',
      fact: 'Ref to a parameter and Fn::FindInMap are resolved there; other functions and dynamic references are refused.',
    },
  ],
  notes: ['001:14', '001:15', '001:16', '001:23', '002:1410', '002:1414'],
  messages: {
    missing: 'Location has no {name}; an application of the repository needs ApplicationId and SemanticVersion.',
    empty: '{name} is empty; an application of the repository needs ApplicationId and SemanticVersion.',
    key: '"{name}" is no part of a location; it has ApplicationId and SemanticVersion.',
    misspelt: '"{name}" is no part of a location; did you mean "{near}"?',
    arn: 'ApplicationId is "{value}"; it must be the ARN of an application, arn:aws:serverlessrepo:REGION:ACCOUNT:applications/NAME.',
    version: 'SemanticVersion is "{value}"; it must have the form 1.2.3.',
    result: '{name} is given by {call}, which SAM cannot resolve; write the text, or use a parameter or a mapping.',
    dynamic: '{name} is a dynamic reference, which SAM cannot resolve; write the text, or use a parameter or a mapping.',
  },
  check(resource, { report }) {
    for (const location of resource.items('Location')) {
      for (const { key, value } of location.entries) {
        const name = key.text
        if (KEYS.includes(name) || name.startsWith('Fn::')) continue
        const place = { node: value, span: key.span, when: location.when }
        const near = closest(name, KEYS)
        if (near) report(place, 'misspelt', { name, near })
        else report(place, 'key', { name })
      }
      for (const name of KEYS) {
        for (const absent of location.absent(name)) report(absent, 'missing', { name })
        const written = at(location.node, name)
        if (!written) continue
        const call = callOf(written)
        if (written.kind === 'scalar' && (written.value === null || written.text === '')) report(written, 'empty', { name })
        else if (written.kind === 'scalar' && written.text.includes('{{resolve:')) report(written, 'dynamic', { name })
        else if (call && isUnresolvable(written)) report(written, 'result', { name, call: call.name })
        else {
          for (const fact of location.known(name, string)) {
            if (name === 'ApplicationId' && !/^arn:[\w-]+:serverlessrepo:[\w-]*:\d*:applications\/.+/.test(fact.value) && fact.value)
              report(fact, 'arn', { value: fact.value })
            if (name === 'SemanticVersion' && !/^\d+\.\d+\.\d+([-+].+)?$/.test(fact.value) && fact.value)
              report(fact, 'version', { value: fact.value })
          }
        }
      }
    }

    function isUnresolvable(node: Node): boolean {
      const { template } = resource
      const name = callOf(node)?.name
      if (name === 'Ref') return !template.parameters.has(idIn(node) ?? '')
      return name !== 'Fn::FindInMap' && name !== 'Fn::Transform' && !template.hasTransform('AWS::LanguageExtensions')
    }
  },
})
