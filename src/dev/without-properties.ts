import ts from 'typescript'

/**
 * The text of a module without some properties of what it exports by default, `export default f({ … })`.
 * @param names those properties, which have to be written out, not spread
 */
export function withoutProperties(text: string, names: readonly string[]): string {
  const file = ts.createSourceFile('module.ts', text, ts.ScriptTarget.Latest)
  const exported = file.statements.find(ts.isExportAssignment)?.expression
  const object = exported && ts.isCallExpression(exported) ? exported.arguments[0] : undefined
  if (!object || !ts.isObjectLiteralExpression(object)) return text
  let kept = ''
  let end = 0
  for (const property of object.properties) {
    if (!property.name || !ts.isIdentifier(property.name) || !names.includes(property.name.text)) continue
    kept += text.slice(end, property.pos)
    end = text.startsWith(',', property.end) ? property.end + 1 : property.end
  }
  return kept + text.slice(end)
}
