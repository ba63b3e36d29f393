import { defineRule } from '#rule'
import { credentialsOf } from './_sessions.ts'

export default defineRule({
  id: 'buildspec/configured-credentials',
  title: 'Build configures long-term access keys',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Keys of a user are valid until somebody deletes them, and whatever runs in the build can read them.',
  fix: 'Give the role of the build the permissions, or assume a role of the other account.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codebuild/latest/userguide/build-env-ref-env-vars.html',
      fact: 'Access keys should not be given to a build as variables; a build has the temporary credentials of its role.',
    },
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html',
      fact: 'Workloads should use temporary credentials of roles, not long-term keys.',
    },
  ],
  notes: ['001:41', '001:42', '001:43', '001:994', '001:997'],
  messages: { keys: 'The build configures access keys; give its role the permissions, or assume a role.' },
  check(buildspec, { report }) {
    for (const command of buildspec.commands) {
      // Keys that come from an assumed role are temporary.
      if (/assume-role|federation|Credentials\b|\bjq\b|\bsts\b|credential_process|\b(creds?|CREDS?)\b|session|SESSION/.test(command.text))
        return
      for (const call of command.calls) {
        const word = credentialsOf(call)
        if (!word) continue
        report(call.place(word), 'keys')
        return
      }
    }
  },
})
