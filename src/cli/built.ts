import type { RuleSource } from '../core.ts'
import { builtRules } from '../node/rules.ts'

/** The rules that are built beside the command line, loaded as it was loaded itself. */
export const ownRules = (): RuleSource => builtRules(__dirname, (path) => require(path))
