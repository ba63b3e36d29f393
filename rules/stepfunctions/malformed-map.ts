import { all, defineRule, exclusive, forbid, length, ofStates, oneOf, range, requires, requiresOneOf, where, within } from '#rule'

const CONFIG = 'ItemProcessor.ProcessorConfig'

export default defineRule({
  id: 'stepfunctions/malformed-map',
  title: 'The fields of a Map state fit its mode',
  severity: 'error',
  on: ['statemachine'],
  why: 'Step Functions refuses the definition, and the state machine is not created.',
  fix: 'Set Mode to DISTRIBUTED with an ExecutionType for readers, writers, batches and tolerated failures, or remove these.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-inline.html',
      fact: 'INLINE is the default; ItemProcessor and ItemSelector take the place of Iterator and Parameters, which cannot stand beside them.',
    },
    {
      url: 'https://docs.aws.amazon.com/step-functions/latest/dg/state-map-distributed.html',
      fact: 'A distributed Map needs an ExecutionType; ItemReader, ItemBatcher, ResultWriter, Label (40 characters at most) and tolerated failures (0 to 100 percent) are its own.',
    },
  ],
  cfnLint: ['E3601'],
  check: ofStates(
    ['Map'],
    all(
      exclusive('ItemProcessor', 'Iterator'),
      exclusive('ItemSelector', 'Parameters'),
      exclusive('MaxConcurrency', 'MaxConcurrencyPath'),
      exclusive('ToleratedFailureCount', 'ToleratedFailureCountPath'),
      exclusive('ToleratedFailurePercentage', 'ToleratedFailurePercentagePath'),
      oneOf(`${CONFIG}.Mode`, ['INLINE', 'DISTRIBUTED']),
      oneOf(`${CONFIG}.ExecutionType`, ['STANDARD', 'EXPRESS']),
      where(`${CONFIG}.Mode`, ['DISTRIBUTED'], requires(CONFIG, `${CONFIG}.ExecutionType`)),
      where(
        `${CONFIG}.Mode`,
        ['INLINE'],
        forbid(
          'A Map in Mode INLINE has no {name}; set Mode to DISTRIBUTED, or remove it.',
          'ItemReader',
          'ItemBatcher',
          'ResultWriter',
          'Label',
          'ToleratedFailureCount',
          'ToleratedFailurePercentage',
        ),
        { orAbsent: true },
      ),
      range('ToleratedFailurePercentage', { min: 0, max: 100 }),
      range('MaxConcurrency', { min: 0 }),
      length('Label', { max: 40 }),
      within(
        'ItemBatcher',
        requiresOneOf('MaxItemsPerBatch', 'MaxInputBytesPerBatch', 'MaxItemsPerBatchPath', 'MaxInputBytesPerBatchPath'),
      ),
    ),
  ),
})
