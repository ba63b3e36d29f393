import { defineRule, string } from '#rule'
import { isComplete, optionsOf } from './_options.ts'

const LISTENERS = [
  { kind: 'elbv2', protocol: 'Protocol', certificate: 'SSLCertificateArns', secure: ['HTTPS'] },
  { kind: 'elb', protocol: 'ListenerProtocol', certificate: 'SSLCertificateId', secure: ['HTTPS', 'SSL'] },
]

export default defineRule({
  id: 'elasticbeanstalk/certificate-missing',
  title: 'HTTPS listener has no certificate',
  severity: 'warning',
  on: ['AWS::ElasticBeanstalk::Environment', 'AWS::ElasticBeanstalk::ConfigurationTemplate'],
  why: 'The listener cannot be made and the environment fails, unless a configuration file of the application names the certificate.',
  fix: 'Set SSLCertificateArns (SSLCertificateId for a Classic Load Balancer) in the namespace of the listener.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
      fact: 'SSLCertificateArns of a listener, and SSLCertificateId of a classic one, are required where the listener speaks HTTPS.',
    },
  ],
  notes: ['000:438', '001:269', '001:270', '001:373', '001:374'],
  messages: {
    missing: 'A listener for {protocol} needs {certificate} in {namespace}; add it.',
  },
  check(environment, { report }) {
    if (!isComplete(environment)) return
    const options = optionsOf(environment)
    for (const { namespace, name, properties } of options) {
      const [, kind] = /^aws:(elbv2|elb):listener:\w+$/.exec(namespace.value) ?? []
      const listener = LISTENERS.find((one) => one.kind === kind && one.protocol === name.value)
      if (!listener) continue
      for (const protocol of properties.known('Value', string)) {
        if (!listener.secure.includes(protocol.value)) continue
        const has = options.some((other) => other.namespace.value === namespace.value && other.name.value === listener.certificate)
        if (!has) report(protocol, 'missing', { protocol: protocol.value, certificate: listener.certificate, namespace: namespace.value })
      }
    }
  },
})
