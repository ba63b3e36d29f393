import { defineRule, pathOf, walk } from '#rule'

/** Accounts of AWS and of well-known vendors that everyone's templates name: log delivery, agents, images, layers. */
const SHARED =
  /^(127311923021|033677994240|027434742980|797873946194|098369216593|985666609251|054676820928|156460612806|652711504416|009996457667|897822967062|754344448648|582318560864|600734575887|383597477331|114774131450|783225319266|718504428378|507241528517|048591011584|190560391635|638102146993|037604701340|076674570225|635631232127|859597730677|580247275435|017000801446|763104351884|602401143452|464622532012|451483290750|414351767826|901920570463|943013980633|386209384616|284502345717|053041861227)$/

export default defineRule({
  id: 'template/hardcoded-account-id',
  title: 'ARN contains a literal account id',
  severity: 'info',
  on: ['template'],
  why: 'Deployed in another account the template refers to the resources of this one.',
  fix: 'Write ${AWS::AccountId} with Fn::Sub, or take the account from a parameter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html',
      fact: 'AWS::AccountId is the account in which the stack is created.',
    },
  ],
  notes: ['001:279', '001:280'],
  cfnLint: ['I3042'],
  messages: { hardcoded: 'The account {account} is hard-coded in an ARN; use AWS::AccountId or a parameter instead.' },
  check(template, { report }) {
    const told = new Set<string>()
    for (const node of walk(template.source.root ?? template.root)) {
      if (node.kind !== 'scalar') continue
      // Whole accounts are trusted by their ids, and layers and images are shared from them.
      const match = /\barn:(?:\$\{[^}]*\}|[^:\s$])*:(?!lambda:[^\s]*:layer:)[a-z0-9-]*:(?:\$\{[^}]*\}|[^:\s$])*:(\d{12}):/.exec(node.text)
      const account = match?.[1]
      if (!match || !account || told.has(account) || SHARED.test(account) || isExample(account)) continue
      const path = pathOf(node)
      if (!/^(Resources|Outputs|Globals)\//.test(path) || /\/(Metadata|Description|Principal|AWS)(\/|$)/.test(path)) continue
      told.add(account)
      const at = match.index + match[0].lastIndexOf(account)
      report({ node, span: template.partOf(node, at, at + 12) }, 'hardcoded', { account })
    }
  },
})

/** Ids that documentation uses. */
const isExample = (account: string): boolean =>
  /^(123456789012|111122223333|444455556666|777788889999|012345678901|(\d)\2{11})$/.test(account)
