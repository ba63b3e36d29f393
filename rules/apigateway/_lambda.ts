import { type Form, isPartial } from '#rule'

/** The known start of the URI through which a REST API calls a function. */
export const LAMBDA_PATH = /^arn:[^:]+:apigateway:[^:]*:lambda:path\//

const INVOCATION =
  /^arn:[^:]+:apigateway:[^:]*:lambda:path\/+(2015-03-31\/functions\/.+\/invocations|2021-11-15\/functions\/.+\/response-streaming-invocations)$/

/** Whether a URI is that of a function by its start but cannot be called. */
export const isBrokenPath = ({ text }: Pick<Form, 'text'>): boolean =>
  LAMBDA_PATH.test(text) && !INVOCATION.test(text) && !isOpenEnded(text)

// What follows an unknown part may be in it.
const isOpenEnded = (text: string): boolean => isPartial(text.slice(-1)) || /lambda:path\/+[\uE000\uE001]/.test(text)

/** Whether a URI is the ARN of a function itself. */
export const isFunctionArn = ({ text }: Pick<Form, 'text'>): boolean => /^arn:[^:]+:lambda:/.test(text)
