import { defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/invalid-alias-name',
  title: 'Alias name has characters that Lambda does not allow',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'The transform refuses the name of the alias.',
  fix: 'Use letters, digits, "-" and "_", not digits alone.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html',
      fact: 'An alias name consists of letters, digits, hyphens and underscores and is no number.',
    },
  ],
  messages: {
    name: 'AutoPublishAlias is "{name}"; use letters, digits, "-" and "_", not digits alone.',
  },
  check(resource, { report }) {
    for (const alias of resource.known('AutoPublishAlias', string)) {
      // An empty name is none: rules about what needs an alias speak of it.
      if (alias.value && !/^(?!\d+$)[\w-]+$/.test(alias.value)) report(alias, 'name', { name: alias.value })
    }
  },
})
