import { atKey, boolean, canHold, defineRule, jointly, type Node } from '#rule'

export default defineRule({
  id: 'apigateway/request-validator-missing',
  title: 'Declared request checks need a validator',
  severity: 'warning',
  on: ['AWS::ApiGateway::Method'],
  why: 'Without a validator API Gateway checks neither the model nor the required parameters.',
  fix: 'Name an AWS::ApiGateway::RequestValidator in RequestValidatorId.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html',
      fact: 'Requests are checked by the request validator of the method.',
    },
  ],
  notes: ['002:283', '002:289', '002:1636'],
  messages: {
    models: 'RequestModels are checked by a validator only; set RequestValidatorId.',
    parameter: '{name} is required, but nothing checks it; set RequestValidatorId.',
  },
  check(method, { report }) {
    for (const absent of method.absent('RequestValidatorId')) {
      for (const models of method.present('RequestModels')) {
        const isEmpty = models.state === 'known' && models.value.kind === 'mapping' && models.value.entries.length === 0
        const when = jointly(absent.when, models.when)
        if (!isEmpty && when) report(atKey(models, when), 'models')
      }
      for (const parameters of method.under(absent.when).items('RequestParameters')) {
        for (const entry of parameters.entries) {
          // A path without the parameter is another path.
          if (entry.key.text.startsWith('method.request.path.')) continue
          for (const fact of parameters.cases(entry)) {
            const node: Node | undefined = fact.state === 'known' && boolean.read(fact.value) === true ? fact.node : undefined
            if (node && canHold(fact.when)) report({ node, when: fact.when }, 'parameter', { name: entry.key.text })
          }
        }
      }
    }
  },
})
