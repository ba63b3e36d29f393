import { defineRule, leastLength, policiesIn } from '#rule'

const LIMITS_OF = {
  'AWS::IAM::Role': { kind: 'a role', most: 10_240 },
  'AWS::IAM::User': { kind: 'a user', most: 2048 },
  'AWS::IAM::Group': { kind: 'a group', most: 5120 },
}

export default defineRule({
  id: 'iam/policy-too-long',
  title: 'A policy has a limited number of characters',
  severity: 'error',
  on: ['AWS::IAM::ManagedPolicy', 'AWS::IAM::Role', 'AWS::IAM::User', 'AWS::IAM::Group'],
  why: 'IAM rejects the policy, and what holds it is not created.',
  fix: 'Shorten it with wildcards, remove Sids, or distribute the statements over several managed policies.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html#reference_iam-quotas-entity-length',
      fact: 'A managed policy has at most 6,144 characters without white space; the inline policies of a user at most 2,048 together, those of a group 5,120, those of a role 10,240.',
    },
  ],
  messages: {
    managed: 'The policy has at least {length} characters without white space; a managed policy has at most 6144.',
    inline: 'The inline policies have at least {length} characters without white space; those of {kind} have at most {most} together.',
  },
  check(resource, { report }) {
    const documents = policiesIn(resource).filter((document) => document.kind === 'identity')
    if (resource.type === 'AWS::IAM::ManagedPolicy') {
      for (const document of documents) {
        const length = leastLength(document)
        if (length > 6144) report({ node: document.node.key ?? document.node, when: document.when }, 'managed', { length })
      }
      return
    }
    const { kind, most } = LIMITS_OF[resource.type as keyof typeof LIMITS_OF]
    const [list] = resource.entries.filter(({ key }) => key.text === 'Policies')
    const found = new Set<number>()
    for (const { when } of documents) {
      if (!list || found.has(when.formula)) continue
      found.add(when.formula)
      // Those that are there whenever this one is.
      const together = documents.filter((other) => [when.formula, resource.when.formula].includes(other.when.formula))
      const length = together.reduce((sum, document) => sum + leastLength(document), 0)
      if (length > most) report({ node: list.key, when }, 'inline', { length, kind, most })
    }
  },
})
