import { both, canHold, defineRule, string } from '#rule'

const EVENTS = ['all', 'updateReference', 'createReference', 'deleteReference']

export default defineRule({
  id: 'codecommit/unknown-trigger-event',
  title: 'Trigger events are all, or some of the three reference events',
  severity: 'error',
  on: ['AWS::CodeCommit::Repository'],
  why: 'CodeCommit rejects the trigger.',
  fix: 'Use all alone, or some of updateReference, createReference and deleteReference.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/codecommit/latest/APIReference/API_RepositoryTrigger.html',
      fact: 'The events are all, updateReference, createReference and deleteReference; a repository has at most 10 triggers.',
    },
  ],
  notes: ['002:1178', '002:2338'],
  messages: {
    unknown: 'There is no event "{event}"; use all, updateReference, createReference or deleteReference.',
    all: 'The event all stands alone; remove it or the others.',
  },
  check(repository, { report }) {
    for (const trigger of repository.items('Triggers')) {
      const events = trigger.known('Events.*', string)
      for (const event of events) {
        if (!EVENTS.includes(event.value)) report(event, 'unknown', { event: event.value })
        else if (event.value === 'all' && events.some((other) => other.value !== 'all' && canHold(both(other.when, event.when))))
          report(event, 'all')
      }
    }
  },
})
