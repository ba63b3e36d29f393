import { type AppSpec, FILE_KEYS, type Mapping, table } from '#rule'

/** Other words that people write for a key: where the key itself is missing, they were meant as it; `*` is any first key. */
export const LOCATION_WORDS: readonly string[] = ['script', 'run', 'path', 'command', 'cmd', 'file', 'source', 'name', '*']
export const FILE_WORDS: Readonly<Record<string, readonly string[]>> = table({
  source: ['src', 'from', 'file', 'path'],
  destination: ['dest', 'to', 'target'],
})
export const OBJECT_WORDS: readonly string[] = ['path', 'file', 'directory', 'folder', 'source', 'destination', '*']

/** Whether nothing in an item of `files` is, or was meant as, source or destination. */
export const isAnyMapping = (appspec: AppSpec, item: Mapping): boolean =>
  FILE_KEYS.every((name) => !appspec.entry(item, name) && !appspec.standIn(item, name, FILE_KEYS, FILE_WORDS[name]))
