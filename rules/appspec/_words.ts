/** Other words that people write for a key: where the key itself is missing, they were meant as it. */
export const LOCATION_WORDS: readonly string[] = ['script', 'run', 'path', 'command', 'cmd', 'file', 'source', 'name']
export const SOURCE_WORDS: readonly string[] = ['src', 'from', 'file', 'path']
export const DESTINATION_WORDS: readonly string[] = ['dest', 'to', 'target']
export const OBJECT_WORDS: readonly string[] = ['path', 'file', 'directory', 'folder', 'source', 'destination']
