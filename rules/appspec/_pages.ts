/** The pages that the facts about AppSpec files come from. */
const GUIDE = 'https://docs.aws.amazon.com/codedeploy/latest/userguide'
const AGENT = 'https://github.com/aws/aws-codedeploy-agent/blob/800eb28/lib/instance_agent/plugins/codedeploy'

export const STRUCTURE = `${GUIDE}/reference-appspec-file-structure.html` as const
export const FILES = `${GUIDE}/reference-appspec-file-structure-files.html` as const
export const RESOURCES = `${GUIDE}/reference-appspec-file-structure-resources.html` as const
export const PERMISSIONS = `${GUIDE}/reference-appspec-file-structure-permissions.html` as const
export const HOOKS = `${GUIDE}/reference-appspec-file-structure-hooks.html` as const
export const LIMITS = `${GUIDE}/limits.html` as const
export const AGENT_PARSER = `${AGENT}/application_specification/application_specification.rb` as const
export const AGENT_CONTEXT = `${AGENT}/application_specification/context_info.rb` as const
export const AGENT_RANGE = `${AGENT}/application_specification/range_info.rb` as const
export const AGENT_HOOKS = `${AGENT}/hook_executor.rb` as const
export const AGENT_INSTALLER = `${AGENT}/installer.rb` as const
export const AGENT_INSTRUCTIONS = `${AGENT}/install_instruction.rb` as const
export const ASSISTANT = 'https://github.com/aws-samples/aws-codedeploy-appspec-assistant' as const
