import { table } from '#rule'
export interface Acl {
  readonly isDefault: boolean
  readonly permissions: string
  readonly problem?: 'shape' | 'base' | 'character'
}

const TYPES: Readonly<Record<string, 'user' | 'group' | 'mask' | 'other'>> = table({
  u: 'user',
  user: 'user',
  g: 'group',
  group: 'group',
  m: 'mask',
  mask: 'mask',
  o: 'other',
  other: 'other',
})

/** An ACL entry as the agent takes it apart, from its end: permissions, name, then type and `default` where they are there. */
export function parseAcl(text: string): Acl {
  const parts = text.split(':')
  const permissions = parts.pop() ?? ''
  let name = parts.pop()
  const isDefault = /^d(efault)?$/.test(parts[0] ?? '')
  if (isDefault) parts.shift()
  const written = parts.shift()
  let type = TYPES[written ?? '']
  if (name === undefined || parts.length > 0 || (written !== undefined && !type)) return { isDefault, permissions, problem: 'shape' }
  const named = TYPES[name]
  if (!type && (named === 'mask' || named === 'other')) {
    type = named
    name = ''
  }
  if ((type === 'mask' || type === 'other') && name !== '') return { isDefault, permissions, problem: 'shape' }
  if (!isDefault && type !== 'mask' && name === '') return { isDefault, permissions, problem: 'base' }
  return /^([0-7]|[rwx-]*)$/.test(permissions) ? { isDefault, permissions } : { isDefault, permissions, problem: 'character' }
}
