import { type Known, type Resource, string } from '#rule'
import { SETTINGS } from './_stages.ts'

/** The settings by which a REST stage writes execution logs. */
export const executionLogs = (stage: Resource): Known<string>[] =>
  (SETTINGS[stage.type] ?? [])
    .flatMap((path) => stage.known(`${path}.LoggingLevel`, string))
    .filter(({ value }) => value === 'ERROR' || value === 'INFO')
