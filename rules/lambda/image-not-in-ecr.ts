import { defineRule, isPlaceholder, string } from '#rule'
import { pathFor } from './_function.ts'

export default defineRule({
  id: 'lambda/image-not-in-ecr',
  title: 'Container images come from a private ECR repository',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function.',
  fix: 'Copy the image into a private repository of ECR in the same Region and give its URI.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/images-create.html',
      fact: 'Lambda takes images from private repositories of ECR.',
    },
  ],
  notes: ['000:525', '001:932', '001:943'],
  messages: {
    registry: 'The image comes from {host}; Lambda takes images from private repositories of ECR only.',
  },
  check(fn, { report }) {
    for (const uri of fn.known(pathFor(fn, 'imageUri'), string)) {
      const [host = ''] = uri.value.split('/')
      // Without a registry it is a local image or archive, which sam package pushes.
      if (!/^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(host) || !uri.value.includes('/') || isPlaceholder(uri.value)) continue
      if (!/^\d{12}\.dkr[.-]ecr(-fips)?\.[a-z0-9-]+\.(amazonaws\.com(\.cn)?|on\.aws|[a-z0-9.]+)$/.test(host))
        report(uri, 'registry', { host })
    }
  },
})
