import { boolean, defineRule, jointly } from '#rule'

export default defineRule({
  id: 'apigateway/idle-request-validator',
  title: 'A request validator must validate something',
  severity: 'warning',
  on: ['AWS::ApiGateway::RequestValidator'],
  why: 'Methods that name it look checked, and nothing is checked.',
  fix: 'Set ValidateRequestBody or ValidateRequestParameters to true.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-apigateway-requestvalidator.html',
      fact: 'A validator checks the body, the parameters or both, as it is told.',
    },
  ],
  notes: ['002:283', '002:289', '002:1636'],
  messages: { idle: 'The validator checks nothing; set ValidateRequestBody or ValidateRequestParameters to true.' },
  check(validator, { report }) {
    for (const body of validator.possible('ValidateRequestBody', boolean)) {
      for (const parameters of validator.possible('ValidateRequestParameters', boolean)) {
        const isOff = [body, parameters].every((fact) => fact.state === 'absent' || (fact.state === 'known' && !fact.value))
        const when = jointly(body.when, parameters.when)
        if (isOff && when) report({ node: validator.key, when }, 'idle')
      }
    }
  },
})
