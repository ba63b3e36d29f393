import { defineRule, string } from '#rule'

export default defineRule({
  id: 'sam/invalid-base-path',
  title: 'Base path of a domain has characters that are not allowed',
  severity: 'error',
  on: ['AWS::Serverless::HttpApi', 'AWS::Serverless::WebSocketApi'],
  why: 'The transform refuses a base path that an API mapping could not have.',
  fix: 'Use letters, digits, "-", "_" and "/".',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/api/apiv2_generator.py',
      fact: 'A base path consists of letters, digits, slashes, hyphens and underscores.',
    },
  ],
  messages: {
    path: 'The base path "{path}" has other characters than letters, digits, "-", "_" and "/".',
  },
  check(api, { report }) {
    for (const path of api.known('Domain.BasePath.*', string)) {
      if (!/^[\w/-]+$/.test(path.value)) report(path, 'path', { path: path.value })
    }
  },
})
