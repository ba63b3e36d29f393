import { type AppSpec, knownText } from '#rule'

/** The name of a Lambda function, alone or in an ARN (partial ones included) with a version or alias; undefined when it is neither. */
export function functionName(text: string): string | undefined {
  return /^(?:(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:)?(?:\d{12}:)?function:)?([A-Za-z0-9_-]{1,140})(?::(?:\$LATEST|[A-Za-z0-9_-]+))?$/.exec(
    text,
  )?.[1]
}

/** The functions that an AppSpec deploys. */
export const deployedFunctions = (appspec: AppSpec): ReadonlySet<string> =>
  new Set(
    appspec.platform === 'lambda'
      ? appspec.targets.flatMap(({ properties }) => functionName(knownText(appspec.entry(properties, 'Name')?.value) ?? '') ?? [])
      : [],
  )
