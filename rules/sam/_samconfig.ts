import type { Deployment, Node, Template } from '#rule'

/** Names of templates that a build or an upload writes. */
const WRITTEN = /(^|\/)\.aws-sam\/|packaged|(^|\/)(build|dist|out)\//

/** The environments of samconfig.toml that deploy this template. */
export function deploymentsOf(template: Template): readonly Deployment[] {
  const name = baseOf(template.source.name)
  if (template.kind !== 'sam') return []
  return (template.project?.deployments?.() ?? []).filter(({ templates }) => {
    const sources = templates.filter((one) => !WRITTEN.test(one))
    return sources.length > 0 ? sources.some((one) => baseOf(one) === name) : isDefaultName(name)
  })
}

export const isWritten = (template: string): boolean => WRITTEN.test(template)
export const baseOf = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** The name that the SAM CLI looks for where none is given. */
export const isDefaultName = (name: string): boolean => /^template\.(ya?ml|json)$/.test(name)

/** Where something is told about the template as a whole. */
export const placeIn = (template: Template): Node =>
  template.section('Parameters')?.key ?? template.section('Transform')?.key ?? template.root
