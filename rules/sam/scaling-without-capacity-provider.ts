import { defineRule, requires } from '#rule'

export default defineRule({
  id: 'sam/scaling-without-capacity-provider',
  title: 'FunctionScalingConfig needs CapacityProviderConfig',
  severity: 'error',
  on: ['AWS::Serverless::Function'],
  why: 'It says how many managed instances there are; without a capacity provider there are none and the transform fails.',
  fix: 'Set CapacityProviderConfig, or remove FunctionScalingConfig.',
  sources: [
    {
      url: 'https://github.com/aws/serverless-application-model/blob/develop/samtranslator/model/sam_resources.py',
      fact: 'FunctionScalingConfig requires CapacityProviderConfig.',
    },
  ],
  check: requires('FunctionScalingConfig', 'CapacityProviderConfig'),
})
