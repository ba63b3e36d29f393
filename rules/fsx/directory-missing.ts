import { atKey, both, canHold, defineRule, present, string } from '#rule'

const NAMES = ['ActiveDirectoryId', 'SelfManagedActiveDirectoryConfiguration'] as const

export default defineRule({
  id: 'fsx/directory-missing',
  title: 'A Windows file system must join an Active Directory',
  severity: 'error',
  on: ['AWS::FSx::FileSystem'],
  why: 'FSx rejects the file system, or cannot tell which directory it is to join.',
  fix: 'Set ActiveDirectoryId for AWS Managed Microsoft AD, or SelfManagedActiveDirectoryConfiguration for a directory of your own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/aws-ad-integration-fsxW.html',
      fact: 'File systems for Windows join one directory: AWS Managed Microsoft AD or a self-managed one.',
    },
  ],
  notes: ['002:1471', '002:1478', '002:1479'],
  messages: {
    none: 'WindowsConfiguration has neither ActiveDirectoryId nor SelfManagedActiveDirectoryConfiguration; set one of them.',
    both: 'ActiveDirectoryId and SelfManagedActiveDirectoryConfiguration exclude each other; keep one of them.',
  },
  check(system, { report }) {
    const windows = system.known('FileSystemType', string).filter(({ value }) => value === 'WINDOWS')
    const isNew = windows.flatMap((type) => system.absent('BackupId').map((fresh) => both(type.when, fresh.when))).filter(canHold)
    for (const under of isNew) {
      for (const configuration of system.items('WindowsConfiguration')) {
        const [managed, own] = NAMES
        for (const one of configuration.absent(managed)) {
          for (const other of configuration.absent(own)) {
            const when = both(under, both(one.when, other.when))
            const { node } = configuration
            if (canHold(when)) report(node.key ? { node, span: node.key.span, when } : { node, when }, 'none')
          }
        }
        for (const one of present(configuration, managed)) {
          for (const other of present(configuration, own)) {
            const when = both(under, both(one.when, other.when))
            if (canHold(when)) report(atKey(one, when), 'both')
          }
        }
      }
    }
  },
})
