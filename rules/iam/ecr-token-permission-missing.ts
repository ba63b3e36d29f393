import { defineRule, mayAllow, mayTrust, policiesIn, type Resource, type Role, roleOf } from '#rule'
import { granting } from './_statements.ts'

const TRANSFERS = ['BatchGetImage', 'GetDownloadUrlForLayer', 'PutImage', 'InitiateLayerUpload'].map((name) => `ecr:${name}`)

const attached = (policy: Resource): boolean =>
  ['Roles', 'Groups', 'Users'].some((path) => policy.facts(path).some(({ state }) => state !== 'absent'))

export default defineRule({
  id: 'iam/ecr-token-permission-missing',
  title: 'Pulling or pushing needs ecr:GetAuthorizationToken',
  severity: 'info',
  on: ['AWS::IAM::Role', 'AWS::IAM::Policy', 'AWS::IAM::ManagedPolicy'],
  why: 'Docker cannot log in to the registry, so that neither push nor pull works.',
  fix: 'Allow ecr:GetAuthorizationToken on * in a statement of its own.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-push-iam.html',
      fact: 'Before a push or a pull a token is needed, by ecr:GetAuthorizationToken on all resources.',
    },
  ],
  notes: ['001:939'],
  messages: {
    missing: '{action} is allowed without ecr:GetAuthorizationToken, which logging in to the registry needs; allow it on *.',
  },
  check(resource, { report }) {
    const { template } = resource
    const roles = template.resourcesOf('AWS::IAM::Role').map(roleOf)
    const bearers = roles.filter((role) => role.resource === resource || role.documents.some((one) => one.resource === resource))
    const isSeen = (role: Role): boolean =>
      role.isComplete && role.managedPolicies.every(({ text }) => !/ContainerRegistry|ECS|ecr|Administrator|PowerUser/i.test(text))
    // A policy that stands alone may be one of several.
    if (resource.type === 'AWS::IAM::Role' ? !bearers.every(isSeen) : bearers.length > 0 || attached(resource)) return
    const documents = bearers.length > 0 ? bearers.flatMap((role) => role.documents) : policiesIn(resource)
    if (documents.some((document) => mayAllow(document, 'ecr:GetAuthorizationToken'))) return
    // Lambda fetches its images without the function's role.
    if (bearers.some((role) => role.trust.every((policy) => mayTrust(policy, 'lambda.amazonaws.com')))) return
    for (const statement of documents.flatMap((document) => document.statements)) {
      const [form] = statement.isAllow ? granting(statement, ...TRANSFERS) : []
      if (form) return report(form.place, 'missing', { action: form.text })
    }
  },
})
