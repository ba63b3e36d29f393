import { API_TYPES, bodiesOf, both, canHold, defineRule, type Known, string } from '#rule'

export default defineRule({
  id: 'apigateway/duplicate-operation-id',
  title: 'Operation IDs must be unique within a definition',
  severity: 'warning',
  on: API_TYPES,
  why: 'Generated clients and documentation name operations by it: one of the two is lost.',
  fix: 'Give each operation an ID of its own.',
  sources: [
    {
      url: 'https://spec.openapis.org/oas/v3.0.3.html#operation-object',
      fact: 'The ID of an operation is unique among all operations of the API.',
    },
  ],
  messages: { duplicate: 'Two operations have the operationId "{id}"; give each an ID of its own.' },
  check(api, { report }) {
    for (const body of bodiesOf(api)) {
      const seen: Known<string>[] = []
      for (const operation of body.operations) {
        for (const id of operation.known('operationId', string)) {
          const other = seen.find((one) => one.value === id.value && one.node !== id.node && canHold(both(one.when, id.when)))
          if (other)
            report(
              { node: id.node, when: both(other.when, id.when), related: [{ node: other.node, message: 'the other one' }] },
              'duplicate',
              { id: id.value },
            )
          seen.push(id)
        }
      }
    }
  },
})
