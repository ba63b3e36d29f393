/** Mutants of a source file: all in one text, each behind a switch, so that one bundle serves them all. */
import ts from 'typescript'

/** One small change of the code that some test should notice. */
export interface Mutant {
  readonly id: number
  /** `src/template/resolver.ts:12:5` */
  readonly place: string
  readonly before: string
  readonly after: string
}

/** A change of the text; offsets are those of the file. */
interface Change {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Methods that are left out (`''`), or become another. */
const METHODS: ReadonlyMap<string, string> = new Map([
  ['some', 'every'],
  ['every', 'some'],
  ['startsWith', 'endsWith'],
  ['endsWith', 'startsWith'],
  ['find', 'findLast'],
  ['min', 'max'],
  ['max', 'min'],
  ...['filter', 'sort', 'toSorted', 'reverse', 'slice', 'trim', 'trimEnd', 'toLowerCase', 'toUpperCase'].map((name) => [name, ''] as const),
])

const OPERATORS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.PlusToken, '-'],
  [ts.SyntaxKind.MinusToken, '+'],
  [ts.SyntaxKind.AsteriskToken, '/'],
  [ts.SyntaxKind.SlashToken, '*'],
  [ts.SyntaxKind.PercentToken, '*'],
  [ts.SyntaxKind.PlusEqualsToken, '-='],
  [ts.SyntaxKind.MinusEqualsToken, '+='],
  [ts.SyntaxKind.QuestionQuestionEqualsToken, '='],
  [ts.SyntaxKind.BarBarEqualsToken, '='],
])

/** Operators of which one side is left out; that finds more than the other operator would. */
const SIDED: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
])

/**
 * The text with every mutant in it: `a && b` becomes `$is(1)?(a):$is(2)?(b):(a && b)`.
 * @param file for the places, from the project's root
 * @param first the id of the first mutant
 */
export function mutantsOf(text: string, file: string, first: number): { text: string; mutants: Mutant[] } {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS)
  const mutants: Mutant[] = []

  /** The changes that belong to each node; those inside of `a?.b.c` to the whole of it, or it would end elsewhere. */
  const changes = new Map<ts.Node, Change[]>()
  const collect = (node: ts.Node): void => {
    if (isLeftAlone(node)) return
    const own = changesOf(node, source)
    if (own.length > 0) {
      let site = node
      while (ts.isOptionalChain(site) && ts.isOptionalChain(site.parent) && site.parent.expression === site) site = site.parent
      changes.set(site, [...(changes.get(site) ?? []), ...own])
    }
    ts.forEachChild(node, collect)
  }
  ts.forEachChild(source, collect)

  const write = (node: ts.Node): string => {
    const [start, end] = [node.getStart(source), node.end]
    let inner = ''
    let done = start
    ts.forEachChild(node, (child) => {
      inner += text.slice(done, child.getStart(source)) + write(child)
      done = child.end
    })
    inner += text.slice(done, end)
    const own = changes.get(node)
    if (!own) return inner
    const ids = own.map((change) => {
      const id = first + mutants.length
      const { line, character } = source.getLineAndCharacterOfPosition(change.start)
      const place = `${file}:${line + 1}:${character + 1}`
      mutants.push({ id, place, before: text.slice(change.start, change.end), after: change.text })
      return id
    })
    if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) return `{if(!$is(${ids[0]}))${inner}}`
    const alternatives = own.map(
      (change, i) => `$is(${ids[i]})?(${text.slice(start, change.start)}${change.text}${text.slice(change.end, end)}):`,
    )
    // A block, since a line that starts with a parenthesis goes on with the line before it.
    return ts.isExpressionStatement(node) ? `{${alternatives.join('')}(${inner})}` : `(${alternatives.join('')}(${inner}))`
  }
  return { text: text.slice(0, source.getStart()) + write(source), mutants }
}

/** Types are gone when it runs; what is thrown is about mistakes of our own. */
function isLeftAlone(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) ||
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) ||
    ts.isThrowStatement(node)
  )
}

function changesOf(node: ts.Node, source: ts.SourceFile): Change[] {
  const { parent } = node
  const textOf = (one: ts.Node): string => one.getText(source)
  const become = (...texts: string[]): Change[] => texts.map((text) => ({ start: node.getStart(source), end: node.end, text }))
  const isCondition = isConditionOf(node, parent)

  if (ts.isContinueStatement(node) || ts.isBreakStatement(node)) {
    return ts.isCaseOrDefaultClause(parent) ? [] : become('')
  }
  if (ts.isExpressionStatement(node)) {
    const { expression } = node
    return ts.isCallExpression(expression) && expression.expression.kind === ts.SyntaxKind.SuperKeyword ? [] : become('void 0')
  }
  if (!ts.isExpression(node)) return []
  const found: Change[] = []
  if (isCondition) found.push(...(ts.isWhileStatement(parent) || ts.isForStatement(parent) ? become('false') : become('true', 'false')))
  if (isResult(node, parent) && !isPlain(node)) found.push(...become('undefined'))

  if (ts.isBinaryExpression(node)) {
    const { left, operatorToken, right } = node
    const { kind } = operatorToken
    if (SIDED.has(kind)) found.push(...become(textOf(left), textOf(right)))
    const operator = OPERATORS.get(kind)
    const isEquality = operator === '===' || operator === '!=='
    const isText =
      kind === ts.SyntaxKind.PlusToken && [left, right].some((one) => ts.isStringLiteralLike(one) || ts.isTemplateExpression(one))
    if (operator !== undefined && !isText && !(isEquality && isCondition))
      found.push({ start: operatorToken.getStart(source), end: operatorToken.end, text: operator })
  } else if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    if (!isCondition) found.push(...become(textOf(node.operand)))
  } else if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    const other = node.operator === ts.SyntaxKind.PlusPlusToken ? '--' : node.operator === ts.SyntaxKind.MinusMinusToken ? '++' : undefined
    if (other) found.push(...become(textOf(node).replace(/\+\+|--/, other)))
  } else if (node.kind === ts.SyntaxKind.TrueKeyword) found.push(...become('false'))
  else if (node.kind === ts.SyntaxKind.FalseKeyword) found.push(...become('true'))
  else if (isName(node, parent)) return []
  else if (ts.isNumericLiteral(node)) found.push(...become(node.text === '1' ? '0' : `${Number(node.text) + 1}`))
  else if (ts.isStringLiteralLike(node)) found.push(...become(node.text === '' ? "'mutant'" : "''"))
  else if (ts.isTemplateExpression(node)) {
    if (!ts.isTaggedTemplateExpression(parent)) found.push(...become("''"))
  } else if (ts.isArrayLiteralExpression(node)) {
    const isTarget = ts.isBinaryExpression(parent) && parent.left === node
    if (node.elements.length > 0 && !isTarget) found.push(...become('[]'))
  } else if (ts.isRegularExpressionLiteral(node)) found.push(...become(...patternsNear(node.text)))
  else if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const { name, expression } = node.expression
    const other = METHODS.get(name.text)
    if (other) found.push({ start: name.getStart(source), end: name.end, text: other })
    else if (other === '') found.push({ start: expression.end, end: node.end, text: '' })
  }
  if ('questionDotToken' in node && node.questionDotToken) {
    const token = node.questionDotToken as ts.Node
    found.push({ start: token.getStart(source), end: token.end, text: ts.isPropertyAccessExpression(node) ? '.' : '' })
  }
  return found
}

/** Names and targets, at whose place no expression can stand. */
const isName = (node: ts.Node, parent: ts.Node): boolean =>
  (ts.isPropertyAssignment(parent) || ts.isEnumMember(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent)) &&
  parent.name === node

const isConditionOf = (node: ts.Node, parent: ts.Node): boolean =>
  ((ts.isIfStatement(parent) || ts.isWhileStatement(parent)) && parent.expression === node) ||
  ((ts.isConditionalExpression(parent) || ts.isForStatement(parent)) && parent.condition === node)

const isResult = (node: ts.Node, parent: ts.Node): boolean =>
  (ts.isReturnStatement(parent) && parent.expression === node) || (ts.isArrowFunction(parent) && parent.body === node && !ts.isBlock(node))

/** Literals have mutants of their own. */
const isPlain = (node: ts.Node): boolean =>
  ts.isLiteralExpression(node) ||
  node.kind === ts.SyntaxKind.TrueKeyword ||
  node.kind === ts.SyntaxKind.FalseKeyword ||
  (ts.isIdentifier(node) && node.text === 'undefined')

/** A regular expression that holds less firmly: without an anchor, with the other case, with one fewer or none. */
function patternsNear(text: string): string[] {
  const end = text.lastIndexOf('/')
  const [body, flags] = [text.slice(1, end), text.slice(end + 1)]
  const near = [
    body.startsWith('^') ? [body.slice(1), flags] : undefined,
    /(^|[^\\])\$$/.test(body) ? [body.slice(0, -1), flags] : undefined,
    flags.includes('i') ? [body, flags.replace('i', '')] : undefined,
  ]
  return near.flatMap((one) => (one?.[0] ? [`/${one[0]}/${one[1]}`] : []))
}
