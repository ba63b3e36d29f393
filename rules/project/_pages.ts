const AGENT = 'https://github.com/aws/aws-codedeploy-agent/blob/800eb28/lib/instance_agent/plugins/codedeploy'

export const AGENT_HOOKS = `${AGENT}/hook_executor.rb` as const
export const AGENT_INSTALLER = `${AGENT}/installer.rb` as const
export const FILES = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-files.html'
export const HOOKS = 'https://docs.aws.amazon.com/codedeploy/latest/userguide/reference-appspec-file-structure-hooks.html'
export const EXECVE = 'https://man7.org/linux/man-pages/man2/execve.2.html'
