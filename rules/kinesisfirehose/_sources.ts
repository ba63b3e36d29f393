import { table } from '#rule'

/** What each type of stream reads from is set in. */
export const SOURCES: Readonly<Record<string, string>> = table({
  KinesisStreamAsSource: 'KinesisStreamSourceConfiguration',
  MSKAsSource: 'MSKSourceConfiguration',
  DatabaseAsSource: 'DatabaseSourceConfiguration',
})
