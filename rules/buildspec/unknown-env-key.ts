import { BUILDSPEC_KEYS, defineRule, type Known, strangers } from '#rule'
import { REFERENCE } from './_sources.ts'

export default defineRule({
  id: 'buildspec/unknown-env-key',
  title: 'env has an unknown key',
  severity: 'error',
  on: ['buildspec'],
  why: 'A variable that stands directly under env is never set, and a misspelt key is not read: the commands run without it.',
  fix: 'Put variables under env.variables, and correct misspelt keys.',
  sources: [
    {
      url: REFERENCE,
      fact: 'env has shell, variables, parameter-store, secrets-manager, exported-variables and git-credential-helper.',
    },
  ],
  notes: ['002:1189', '002:2019', '002:2352'],
  messages: {
    variable: '"{name}" directly under env is never set; put it under env.variables.',
    misspelt: '"{name}" is no key of env; did you mean "{near}"?',
    unknown: '"{name}" is no key of env; the keys are {keys}.',
    notMap: 'The section env must be a map of {keys}.',
  },
  check(buildspec, { report }) {
    const keys = BUILDSPEC_KEYS.env.join(', ')
    for (const { value } of buildspec.facts('env').filter((fact): fact is Known => fact.state === 'known')) {
      if (value.kind === 'sequence' || (value.kind === 'scalar' && value.value !== null)) report(value, 'notMap', { keys })
      if (value.kind !== 'mapping') continue
      for (const { entry, name, near } of strangers(value, BUILDSPEC_KEYS.env)) {
        // A word in capitals is the name of a variable, whatever it is like.
        if (near && !/^[A-Z_]+$/.test(name)) report(entry.key, 'misspelt', { name, near })
        else if (entry.value.kind === 'scalar') report(entry.key, 'variable', { name })
        else report(entry.key, 'unknown', { name, keys })
      }
    }
  },
})
