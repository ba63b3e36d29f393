import type { ShellCall } from '#rule'

export const INVALIDATION = 'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/invalidation-specifying-objects.html'

export const isInvalidation = (call: ShellCall): boolean => call.is('aws', 'cloudfront', 'create-invalidation')
