import { defineRule, string } from '#rule'

export default defineRule({
  id: 'events/invalid-bus-name',
  title: 'Only partner buses have a slash in their name',
  severity: 'error',
  on: ['AWS::Events::EventBus'],
  why: 'EventBridge refuses the name.',
  fix: 'Leave slashes out, and choose another name than default.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html',
      fact: 'The name of a custom bus has no slash and is not default; the name of a partner bus is that of its event source.',
    },
  ],
  notes: ['002:1905'],
  messages: {
    taken: 'Name is "default", which every account has already; choose another.',
    slash: 'Name is "{name}"; only partner event buses have a slash in their name.',
  },
  check(bus, { report }) {
    for (const name of bus.known('Name', string)) {
      if (name.value === 'default') report(name, 'taken')
      else if (name.value.includes('/') && !name.value.startsWith('aws.partner/')) report(name, 'slash', { name: name.value })
    }
  },
})
