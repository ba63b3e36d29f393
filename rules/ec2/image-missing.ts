import { defineRule, requiresOneOf } from '#rule'

export default defineRule({
  id: 'ec2/image-missing',
  title: 'An instance needs an image, or a launch template that names one',
  severity: 'error',
  on: ['AWS::EC2::Instance'],
  why: 'EC2 rejects the instance: "The request must contain the parameter ImageId".',
  fix: 'Give ImageId, best from a public parameter of SSM, or LaunchTemplate.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html',
      fact: 'An image is needed to launch an instance, here or in a launch template.',
    },
  ],
  cfnLint: ['E3673'],
  check: requiresOneOf('ImageId', 'LaunchTemplate'),
})
