import { atKey, defineRule, present, string } from '#rule'

export default defineRule({
  id: 'appconfig/ineffective-kms-key',
  title: 'A profile key only protects hosted configurations',
  severity: 'warning',
  on: ['AWS::AppConfig::ConfigurationProfile'],
  why: 'The key protects nothing: the store that holds the configuration has encryption of its own.',
  fix: 'Remove KmsKeyIdentifier and encrypt in the store, or keep the configuration in AppConfig.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/appconfig/latest/userguide/appconfig-security.html',
      fact: 'A key of a profile encrypts configurations that AppConfig itself stores.',
    },
  ],
  notes: ['000:793'],
  messages: {
    key: 'KmsKeyIdentifier is for configurations that AppConfig stores, but this one is at {location}; remove it.',
  },
  check(profile, { report }) {
    for (const location of profile.known('LocationUri', string).filter(({ value }) => value !== 'hosted' && value !== '')) {
      for (const key of present(profile.under(location.when), 'KmsKeyIdentifier')) report(atKey(key), 'key', { location: location.value })
    }
  },
})
