import { defineRule, string } from '#rule'

export default defineRule({
  id: 'ssm/invalid-parameter-name',
  title: 'Parameter names have 15 levels of letters, digits and _.-/',
  severity: 'error',
  on: ['AWS::SSM::Parameter'],
  why: 'Systems Manager rejects the parameter.',
  fix: 'Use letters, digits and _ . - in at most 15 levels, each behind one slash.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/sysman-paramstore-su-create.html',
      fact: 'Names have letters, digits and . - _ only, and 15 levels at most; a slash only separates levels.',
    },
  ],
  notes: ['001:121', '001:122', '001:123', '002:2009', '004:320'],
  messages: {
    characters: 'Name is "{name}"; only letters, digits, "_", ".", "-" and "/" are allowed.',
    levels: 'Name has {count} levels; at most 15 are allowed.',
    slash: 'Name is "{name}"; levels are separated by one slash, and the last one is not empty.',
  },
  check(parameter, { report }) {
    for (const fact of parameter.known('Name', string)) {
      const name = fact.value
      const levels = name.replace(/^\//, '').split('/')
      if (!/^[\w./-]+$/.test(name)) report(fact, 'characters', { name })
      else if (levels.length > 1 && levels.includes('')) report(fact, 'slash', { name })
      else if (levels.length > 15) report(fact, 'levels', { count: levels.length })
    }
  },
})
