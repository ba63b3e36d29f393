/** The name of a Lambda function, alone or in an ARN (partial ones included) with a version or alias; undefined when it is neither. */
export function functionName(text: string): string | undefined {
  return /^(?:(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:)?(?:\d{12}:)?function:)?([A-Za-z0-9_-]{1,140})(?::(?:\$LATEST|[A-Za-z0-9_-]+))?$/.exec(
    text,
  )?.[1]
}
