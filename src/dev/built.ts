import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { allRules, builtRules } from '../node/rules.ts'
import { builtSchemas } from '../node/schemas.ts'
import { ROOT } from './groups.ts'

/** The built files that users get; tests and scripts run these, not the sources. */
export const DIST = join(ROOT, 'dist')
if (!existsSync(join(DIST, 'manifest.json'))) throw new Error('dist/ is missing; run: npm run build')

export const core = createRequire(join(DIST, 'index.cjs'))('./core.cjs') as typeof import('../core.ts')
export const rules = builtRules(DIST)
export const schemas = builtSchemas(join(DIST, 'schema'))
export const everyRule = allRules(rules)
export const ruleOf = (id: string) => everyRule.find((rule) => rule.id === id)
