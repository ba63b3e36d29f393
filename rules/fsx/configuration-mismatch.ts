import { atKey, both, canHold, closest, defineRule, isPlaceholder, listOf, present, string } from '#rule'
import { CONFIGURATIONS } from './_types.ts'

export default defineRule({
  id: 'fsx/configuration-mismatch',
  title: 'A file system needs the configuration of its type',
  severity: 'error',
  on: ['AWS::FSx::FileSystem'],
  why: 'FSx rejects the file system.',
  fix: 'Use the configuration property of the type of the file system.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-fsx-filesystem.html',
      fact: 'FileSystemType is WINDOWS, LUSTRE, ONTAP or OPENZFS; the configuration of that type is required.',
    },
    {
      url: 'https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateFileSystem.html',
      fact: 'FSx answers MissingFileSystemConfiguration where a type needs a configuration and has none.',
    },
  ],
  notes: ['002:1471', '002:1478', '002:1479'],
  messages: {
    foreign: '{name} is not for a file system of type {type}; use {own}.',
    missing: 'FileSystemType {type} needs {own}, which is not set.',
    unknown: 'FileSystemType is "{type}"; it must be {types}.',
  },
  check(system, { report }) {
    for (const { value: type, node, when } of system.known('FileSystemType', string)) {
      const own = CONFIGURATIONS[type]
      if (own === undefined) {
        const types = Object.keys(CONFIGURATIONS)
        const near = closest(type, types)
        if (!isPlaceholder(type)) report({ node, when }, 'unknown', { type, types: near ?? listOf(types) })
        continue
      }
      const others = Object.values(CONFIGURATIONS)
        .filter((name) => name !== own)
        .flatMap((name) => present(system, name).map((set) => ({ name, set, when: both(when, set.when) })))
        .filter((one) => canHold(one.when))
      // A second configuration beside the own one is not known to be rejected.
      for (const absent of system.absent(own)) {
        for (const fresh of system.absent('BackupId')) {
          const joint = both(when, both(absent.when, fresh.when))
          const foreign = others.map((one) => ({ ...one, when: both(joint, one.when) })).filter((one) => canHold(one.when))
          for (const one of foreign) report(atKey(one.set, one.when), 'foreign', { name: one.name, type, own })
          if (foreign.length === 0 && type !== 'LUSTRE' && canHold(joint)) report({ node, when: joint }, 'missing', { type, own })
        }
      }
    }
  },
})
