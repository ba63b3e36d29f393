import { defineRule, policiesIn } from '#rule'

export default defineRule({
  id: 'dynamodb/public-resource-policy',
  title: 'A table policy must not grant access to everyone',
  severity: 'warning',
  on: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  why: 'DynamoDB blocks policies that give access to everybody, and the stack fails.',
  fix: 'Name the accounts or roles that may have access.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-bpa-rbp.html',
      fact: 'Block Public Access, which cannot be switched off, refuses resource policies that are public.',
    },
  ],
  notes: ['002:934', '002:2229'],
  messages: { public: 'This gives everybody access to the table, which DynamoDB refuses; name who may have it.' },
  check(table, { report }) {
    for (const statement of policiesIn(table).flatMap(({ statements }) => statements)) {
      if (!statement.isAllow || !statement.isUnconditional) continue
      for (const { place } of statement.everybody()) report(place, 'public')
    }
  },
})
