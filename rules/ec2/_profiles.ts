/** Where instances, launch templates and launch configurations name the profile: by name, by ARN, or by either. */
export const PROFILES: readonly (readonly [type: string, path: string, takes: 'name' | 'arn' | 'both'])[] = [
  ['AWS::EC2::Instance', 'IamInstanceProfile', 'name'],
  ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData.IamInstanceProfile.Name', 'name'],
  ['AWS::EC2::LaunchTemplate', 'LaunchTemplateData.IamInstanceProfile.Arn', 'arn'],
  ['AWS::AutoScaling::LaunchConfiguration', 'IamInstanceProfile', 'both'],
]
