import { childOf, type Node } from '../source/tree.ts'
import { table } from '../table.ts'
import { arnOf } from '../template/arns.ts'
import { type Form, formsOf } from '../template/forms.ts'
import { leadsOf } from '../template/leads.ts'
import { leadsAt, nodesAt } from '../template/targets.ts'
import type { Resource, Template } from '../template/template.ts'
import { jointly, type Properties, type When } from '../values.ts'
import { mayCover, mayCoverAction } from './match.ts'
import { type PolicyDocument, policiesIn } from './policy.ts'

/** A role of the template that a property leads to. */
export interface RoleUse {
  readonly role: Role
  /** What has to be edited to use another role. */
  readonly node: Node
  /** When the property leads to it and the role is there. */
  readonly when: When
  /** The attribute that is read; undefined for what `Ref` gives. */
  readonly attribute: string | undefined
}

/**
 * The roles of the template that a property leads to, through an instance profile too. Nothing for a role that is given
 * by ARN, by parameter or by another stack.
 * @param path keys joined by dots, `*` for every item of a list
 */
export function rolesAt(holder: Resource, path: string): RoleUse[] {
  return leadsAt(holder.template, holder, path).flatMap(({ resource, attribute, node, when }): RoleUse[] => {
    if (resource.type === 'AWS::IAM::Role') return [{ role: roleOf(resource), node, when, attribute }]
    // A profile that names profiles, itself even, has no roles by that.
    if (resource.type !== 'AWS::IAM::InstanceProfile' || holder.type === resource.type) return []
    return rolesAt(resource, 'Roles.*').flatMap((use) => {
      const joint = jointly(when, use.when)
      return joint ? [{ ...use, node, when: joint }] : []
    })
  })
}

const roles = new WeakMap<Resource, Role>()

/** The view of a role of the template; of a SAM function without `Role`, that of the role which SAM makes for it. */
export function roleOf(resource: Resource): Role {
  let role = roles.get(resource)
  if (!role) {
    role = new Role(resource)
    roles.set(resource, role)
  }
  return role
}

/**
 * The roles that a function runs under, as far as the template has them: those that `Role` leads to, and the one that SAM makes
 * where it is not given.
 */
export function executionRolesOf(fn: Resource): RoleUse[] {
  if (fn.type !== 'AWS::Serverless::Function') return rolesAt(fn, 'Role')
  const made = fn.absent('Role').map(({ when }) => ({ role: roleOf(fn), node: fn.key, when, attribute: 'Arn' }))
  return [...rolesAt(fn, 'Role'), ...made]
}

/** Resources that give permissions to roles which they name. */
const ATTACHED: Readonly<Record<string, string>> = table({
  'AWS::IAM::Policy': 'Roles.*',
  'AWS::IAM::ManagedPolicy': 'Roles.*',
  'AWS::IAM::RolePolicy': 'RoleName',
})

/** A role: who may take it and what it may do, as far as the template says. */
export class Role {
  constructor(
    /** The role, or the SAM function or state machine that SAM makes it for. */
    readonly resource: Resource,
  ) {}

  get template(): Template {
    return this.resource.template
  }

  /** Its trust policy, one for each case of conditions; none for the one that SAM writes. */
  get trust(): PolicyDocument[] {
    return policiesIn(this.resource).filter((policy) => policy.kind === 'trust')
  }

  /** The documents of its permissions that the template holds: its own, and those that are attached to it. */
  get documents(): PolicyDocument[] {
    this.#documents ??= [
      ...policiesIn(this.resource).filter((policy) => policy.kind === 'identity'),
      ...this.#attached.filter((one) => one.isCertain).flatMap(({ resource }) => policiesIn(resource)),
    ]
    return this.#documents
  }
  #documents: PolicyDocument[] | undefined

  /** The ARNs, or with SAM the names, of the managed policies that it has besides. */
  get managedPolicies(): Form[] {
    return this.#managed.forms
  }

  /**
   * Whether every permission of it is visible: no document that is unknown, no managed policy outside the template except
   * those of AWS, and nothing that may be attached to it unseen.
   */
  get isComplete(): boolean {
    if (this.template.isOpen('Resources') || this.resource.isOpen || !this.#managed.isComplete) return false
    if (this.#attached.some(({ isCertain }) => !isCertain) || !this.documents.every((policy) => policy.isComplete)) return false
    return this.#places.every(({ holder, path }) => {
      const facts = holder.facts(path)
      return facts.every((fact) => fact.state !== 'unknown')
    })
  }

  /** Whether one of its documents may allow the action; managed policies are not looked into. */
  mayAllow(action: string): boolean {
    return this.documents.some((policy) => mayAllow(policy, action))
  }

  /** Whether its trust policies, in each case, may let a service take it (`lambda.amazonaws.com`); true where they are not known. */
  mayBeTakenBy(service: string): boolean {
    return this.trust.length === 0 || this.trust.some((policy) => mayTrust(policy, service))
  }

  /** Where its own documents stand. */
  get #places(): { holder: Properties; path: string }[] {
    if (this.resource.type !== 'AWS::IAM::Role') return [{ holder: this.resource, path: 'Policies' }]
    return [
      { holder: this.resource, path: 'Policies.*' },
      ...this.resource.items('Policies').map((holder) => ({ holder, path: 'PolicyDocument' })),
    ]
  }

  get #managed(): { forms: Form[]; attached: Resource[]; isComplete: boolean } {
    this.#managedKnown ??= this.#readManaged()
    return this.#managedKnown
  }
  #managedKnown: { forms: Form[]; attached: Resource[]; isComplete: boolean } | undefined

  #readManaged(): { forms: Form[]; attached: Resource[]; isComplete: boolean } {
    const { resource, template } = this
    const path = resource.type === 'AWS::IAM::Role' ? 'ManagedPolicyArns' : 'Policies'
    const node = childOf(resource.node, path)
    const forms = node ? formsOf(template, node, resource.when) : []
    const attached: Resource[] = []
    let isComplete = true
    const outside = forms.filter((form) => {
      const [lead] = leadsOf(template, form.item, form.when)
      if (lead?.resource.type === 'AWS::IAM::ManagedPolicy') {
        if (!attached.includes(lead.resource)) attached.push(lead.resource)
        return false
      }
      if (path === 'Policies' && form.item.kind === 'mapping' && !form.isWhole) return false
      if (arnOf(form.text)?.account !== 'aws' && !(path === 'Policies' && form.isWhole && !form.text.includes(':'))) isComplete = false
      return true
    })
    return { forms: outside, attached, isComplete }
  }

  /** The policies of the template that are, or may be, attached to it. */
  get #attached(): { resource: Resource; isCertain: boolean }[] {
    this.#attachedKnown ??= this.#readAttached()
    return this.#attachedKnown
  }
  #attachedKnown: { resource: Resource; isCertain: boolean }[] | undefined

  #readAttached(): { resource: Resource; isCertain: boolean }[] {
    const found = this.#managed.attached.map((resource) => ({ resource, isCertain: true }))
    const name = this.resource.type === 'AWS::IAM::Role' ? this.resource.facts('RoleName') : []
    for (const policy of this.template.resources.values()) {
      const path = ATTACHED[policy.type]
      if (!path || found.some(({ resource }) => resource === policy)) continue
      for (const { node, when } of nodesAt(policy, path)) {
        const leads = leadsOf(this.template, node, when)
        if (leads.some(({ resource }) => resource === this.resource)) found.push({ resource: policy, isCertain: true })
        else if (leads.length === 0 && name.some((fact) => fact.state !== 'absent')) found.push({ resource: policy, isCertain: false })
      }
    }
    return found
  }
}

/** Whether a document may allow an action on anything. */
export function mayAllow(policy: PolicyDocument, action: string): boolean {
  if (!policy.isComplete) return true
  return policy.statements.some((statement) => {
    if (statement.isDeny) return false
    const isExcepted = statement.forms('NotAction').length > 0
    return isExcepted || statement.may('Action', (text) => mayCoverAction(text, action))
  })
}

/** Whether a trust policy may let a service take the role. */
export function mayTrust(policy: PolicyDocument, service: string): boolean {
  if (!policy.isComplete) return true
  // The principals of a Region and of another partition begin alike: states.us-east-1.amazonaws.com.
  const head = service.slice(0, -'amazonaws.com'.length)
  return policy.statements.some((statement) => {
    if (statement.isDeny || !statement.may('Action', (text) => mayCoverAction(text, 'sts:AssumeRole'))) return false
    if (statement.principals('NotPrincipal').length > 0) return true
    return statement.principals().some(({ type, text }) => {
      if (type === '*' || type === '') return true
      if (type === 'AWS') return text === '*'
      return type === 'Service' && (text.startsWith(head) || [service, `${service}.cn`].some((one) => mayCover(text, one)))
    })
  })
}
