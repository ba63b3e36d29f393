/**
 * The files around a document, as far as rules may look at them; whoever calls `lint` decides whether there are any. Paths are
 * relative to the document's folder, with `/`. What cannot be known is undefined, and must not be reported: a path outside of the
 * repository, one that Git ignores (it is made by a build), one that cannot be read.
 */
export interface Project {
  typeOf(path: string): 'file' | 'folder' | 'missing' | undefined
  /** The names in a folder. */
  list(folder: string): readonly string[] | undefined
  /** Whether the file may be executed; undefined where the file system does not say. */
  isExecutable(file: string): boolean | undefined
  /** The environments of a samconfig.toml beside the document; undefined where there is none that can be read. */
  deployments?(): readonly Deployment[] | undefined
  /** The text of a file of reasonable size, with the line endings that the repository holds. */
  read(file: string): string | undefined
}

/** What an environment of samconfig.toml says about deploying. */
export interface Deployment {
  readonly environment: string
  /** The templates that it names, for any command. */
  readonly templates: readonly string[]
  /** The names of the parameters that it gives; undefined where they stand elsewhere. */
  readonly parameters: readonly string[] | undefined
}
