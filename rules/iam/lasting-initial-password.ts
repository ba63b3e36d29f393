import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'iam/lasting-initial-password',
  title: 'An initial password should have to be changed',
  severity: 'info',
  on: ['AWS::IAM::User'],
  why: 'Whoever reads the template or its parameters knows the password for good.',
  fix: 'Set PasswordResetRequired to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-iam-user-loginprofile.html',
      fact: 'PasswordResetRequired makes the user choose a new password at the next sign-in; the default is no.',
    },
  ],
  notes: ['002:645', '002:1293'],
  messages: {
    lasting: 'The initial password need not be changed; set PasswordResetRequired to true.',
  },
  check(user, { report }) {
    for (const profile of user.items('LoginProfile')) {
      for (const absent of profile.absent('PasswordResetRequired')) report(absent, 'lasting')
      for (const fact of profile.known('PasswordResetRequired', boolean)) if (!fact.value) report(fact, 'lasting')
    }
  },
})
