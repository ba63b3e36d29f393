/** Every report but the one for terminals, loaded when one of them is asked for. */
import { checkstyle } from './checkstyle.ts'
import { compact } from './compact.ts'
import { github } from './github.ts'
import { gitlab } from './gitlab.ts'
import { html } from './html.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown, markdownUpTo } from './markdown.ts'
import type { Format, Reporter } from './report.ts'
import { sarif } from './sarif.ts'

export const REPORTERS: Readonly<Record<Exclude<Format, 'text'>, Reporter>> = {
  compact,
  json,
  sarif,
  junit,
  github,
  gitlab,
  checkstyle,
  markdown,
  html,
}

export { markdownUpTo }
