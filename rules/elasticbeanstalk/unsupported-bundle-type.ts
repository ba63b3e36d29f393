import { defineRule, matches } from '#rule'

export default defineRule({
  id: 'elasticbeanstalk/unsupported-bundle-type',
  title: 'Source bundle must be a .zip or .war file',
  severity: 'warning',
  on: ['AWS::ElasticBeanstalk::ApplicationVersion'],
  why: 'Elastic Beanstalk cannot unpack other archives, and the deployment fails.',
  fix: 'Pack the application as a .zip or .war file.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/applications-sourcebundle.html',
      fact: 'A source bundle is one .zip or .war file.',
    },
  ],
  notes: ['002:1496', '002:1504', '002:2308', '002:2313'],
  check: matches('SourceBundle.S3Key', /^(?!.*\.(tar|tgz|gz|bz2|xz|7z|rar)$)/i, 'be a .zip or .war file'),
})
