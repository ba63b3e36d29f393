import { table } from '#rule'

/** The property that configures the file systems of a type. */
export const CONFIGURATIONS: Readonly<Record<string, string>> = table({
  LUSTRE: 'LustreConfiguration',
  ONTAP: 'OntapConfiguration',
  OPENZFS: 'OpenZFSConfiguration',
  WINDOWS: 'WindowsConfiguration',
})
