import { defineRule, string } from '#rule'

export default defineRule({
  id: 'iam/long-lived-access-key',
  title: 'Prefer roles to access keys',
  severity: 'warning',
  on: ['AWS::IAM::AccessKey'],
  why: 'The key does not expire; whoever finds it in a log, an image or a repository can use it.',
  fix: 'Use a role: for functions and instances directly, for machines elsewhere through IAM Roles Anywhere, for people through IAM Identity Center.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#bp-workloads-use-roles',
      fact: 'Workloads should use the temporary credentials of roles.',
    },
  ],
  notes: ['001:995', '001:996', '001:1058', '002:624', '002:640', '002:1293', '002:1926', '002:1929', '003:201'],
  messages: {
    key: 'An access key does not expire; use a role.',
  },
  check(key, { report }) {
    const place = { node: key.key, when: key.when }
    if (key.absent('Status').length > 0 || key.known('Status', string).some(({ value }) => value !== 'Inactive')) report(place, 'key')
  },
})
