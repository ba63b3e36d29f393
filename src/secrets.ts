import { isGenerated } from './buildspec/keys.ts'

/** Whether a variable of that name holds a secret, not the name or place of one. */
export const isSecretName = (name: string): boolean =>
  /passw(or)?d|secret|token|api_?key|access_?key$|private_?key|credential/i.test(name) &&
  !/(_?(id|arn|name|path|url|uri|file|dir|prefix|key_name|length|ttl|expiry|enabled|store|endpoint|issuer|type|version|region|bucket|user))$/i.test(
    name.replace(/([a-z])([A-Z])/g, '$1_$2'),
  )

/** Forms that only secrets have: access keys of AWS, tokens of GitHub, GitLab, Slack, npm and Stripe, private keys. */
const TOKENS =
  /\b(?:AKIA|ASIA)(?!IOSFODNN7EXAMPLE)[A-Z2-7]{16}\b|\bgh[pousr]_[A-Za-z0-9]{36}\b|\bgithub_pat_\w{40,}|\bglpat-[\w-]{20}|\bxox[abprs]-[\w-]{20,}|\bnpm_[A-Za-z0-9]{36}\b|\bsk_live_\w{20,}|-----BEGIN [A-Z ]*PRIVATE KEY/

/** Which part of an access key of AWS a text has the form of; undefined for none, and for the examples of AWS. @param name what it is the value of */
export function accessKeyIn(text: string, name: string): 'keyId' | 'secret' | undefined {
  if (/EXAMPLE/.test(text)) return undefined
  if (/\b(AKIA|ASIA)[A-Z2-7]{16}\b/.test(text)) return 'keyId'
  return /^[A-Za-z0-9/+=]{40}$/.test(text) && /aws_?secret_?access_?key$/i.test(name) ? 'secret' : undefined
}

/** Whether a text is a secret that somebody could use: by its form alone, or because its name says so and it is no reference and no stand-in. */
export function isSecretValue(text: string, name: string): boolean {
  if (TOKENS.test(text)) return true
  return isSecretName(name) && !isStandIn(text) && fold(text) !== fold(name)
}

const fold = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Where a text holds something that has the form of a secret; undefined where it does not. */
export const tokenIn = (text: string): { start: number; end: number } | undefined => {
  const found = TOKENS.exec(text)
  return found ? { start: found.index, end: found.index + found[0].length } : undefined
}

/** Nothing that anybody could use: empty, a variable, a path, an ARN, a URL, a flag, or "changeme". */
function isStandIn(text: string): boolean {
  const value = text.trim()
  if (value === '' || isGenerated(value) || /^[$%{<[/~.]|^(arn|https?|s3|ssm):/i.test(value)) return true
  if (/^(true|false|yes|no|none|null|nil|unset|empty|todo|tbd|n\/a)$/i.test(value)) return true
  if (
    /^(change|replace|your|my|insert|enter|put|fill|dummy|fake|test|example|sample|placeholder|redacted|secret|password|token|foo|bar)/i.test(
      value,
    )
  )
    return true
  if (/^(postgres|mysql|root|admin|guest|default|local(host|stack)?)([_-]?(pass|password|pw|user))?$/i.test(value)) return true
  if (/example|placeholder|^[x*.?_-]+$/i.test(value)) return true
  return /^\d+$/.test(value) && Number(value) < 1000
}
