import { defineRule } from '#rule'
import { INVALIDATION, isInvalidation } from './_invalidation.ts'

export default defineRule({
  id: 'buildspec/malformed-invalidation-path',
  title: 'CloudFront invalidation path must start with a slash',
  severity: 'error',
  on: ['buildspec'],
  why: 'CloudFront refuses the invalidation, or it removes nothing from the caches.',
  fix: 'Begin each path with "/", and use "*" only as its last character.',
  sources: [{ url: INVALIDATION, fact: 'Through the API a path begins with a slash; a wildcard stands only at its end.' }],
  notes: ['001:847', '001:848', '001:849', '001:850'],
  messages: {
    slash: 'The path {path} must begin with a slash: {better}.',
    wildcard: 'The path {path} has "*" before its end, where it is an ordinary character; put it last.',
  },
  check(buildspec, { report }) {
    for (const call of buildspec.calls.filter(isInvalidation)) {
      const from = call.args.findIndex(({ text }) => text === '--paths')
      if (from < 0) continue
      for (const word of call.args.slice(from + 1)) {
        const path = word.text
        if (path.startsWith('-')) break
        if (!word.isLiteral || path === '' || path.startsWith('file:')) continue
        if (!path.startsWith('/'))
          report(call.place(word), 'slash', { path, better: path === '*' ? '/*' : `/${path.replace(/^\.\//, '')}` })
        else if (/\*./.test(path)) report(call.place(word), 'wildcard', { path })
      }
    }
  },
})
