import type { Mapping } from '#rule'

/** Other words that people write for a key: where the key itself is missing, they were meant as it. */
const LOCATION_WORDS: readonly string[] = ['script', 'run', 'path', 'command', 'cmd', 'file', 'source', 'name']
export const SOURCE_WORDS: readonly string[] = ['src', 'from', 'file', 'path']
export const DESTINATION_WORDS: readonly string[] = ['dest', 'to', 'target']
export const OBJECT_WORDS: readonly string[] = ['path', 'file', 'directory', 'folder', 'source', 'destination']

/** What stands for the location of a script: one of its words, or whatever the one key of the script is. */
export const locationWords = (script: Mapping): readonly string[] =>
  script.entries.length === 1 ? script.entries.map(({ key }) => key.text.toLowerCase()) : LOCATION_WORDS
