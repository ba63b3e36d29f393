import { type AppSpec, defineRule, type Entry, isNothing, isUnevaluated, kindName, type Node, PLATFORM_NAMES, SCRIPT_KEYS } from '#rule'
import { AGENT_PARSER, HOOKS } from './_pages.ts'

export default defineRule({
  id: 'appspec/wrong-hooks-shape',
  title: 'Hooks section has the wrong shape for its platform',
  severity: 'error',
  on: ['appspec'],
  why: 'The agent fails with a Ruby error about a method that names no line, and the service says that the file is not well-formed.',
  fix: 'For instances write event, then a list of scripts with location; for Lambda and ECS write a list of events with a function each.',
  sources: [
    {
      url: HOOKS,
      fact: 'On instances hooks maps each event to a list of scripts; for Lambda and ECS it is a list of events with one function each.',
    },
    { url: AGENT_PARSER, fact: 'The agent calls each_pair on hooks, each on what an event holds, and has_key? on each script.' },
  ],
  notes: [
    '000:343',
    '000:350',
    '000:351',
    '000:361',
    '000:363',
    '002:1207',
    '002:1208',
    '002:1210',
    '002:1211',
    '002:1216',
    '002:2375',
    '003:456',
    '004:140',
    '004:142',
  ],
  messages: {
    list: '"hooks" is a list; the agent wants a mapping ("undefined method `each_pair\'"): remove the dashes before the events.',
    text: '"{key}" is the text "{value}"; write the lifecycle events below it.',
    scriptKey: '"{key}" stands beside the lifecycle events ("undefined method `each\'"); indent it below the location that it belongs to.',
    noDash: '"{event}" holds a mapping; the agent wants a list of scripts ("undefined method `has_key?\'"): put a dash before "{key}".',
    eventText: '"{event}" holds the text "{value}" ("undefined method `each\'"); write "- location: {value}" below it.',
    emptyScript: 'A dash without content is no script ("undefined method `has_key?\' for nil"); write a location, or remove the dash.',
    notScript: 'The script is {kind} ("undefined method `has_key?\'"); write "- location: " and the path.',
    mapping: '"{key}" is a mapping; {platform} wants a list: put a dash before each event.',
    notHook: 'The item is {kind}; a hook is an event with its function: write "- BeforeAllowTraffic: " and the name.',
    severalEvents: '"{event}" stands in the same item as "{first}"; put a dash before it.',
    notFunction: '"{event}" holds {kind}; {platform} wants the name or ARN of one Lambda function.',
  },
  check(appspec, { report }) {
    const hooks = appspec.section('hooks')
    if (!hooks || !appspec.platform || isNothing(hooks.value) || isUnevaluated(hooks.value)) return
    const platform = PLATFORM_NAMES[appspec.platform]
    if (hooks.value.kind === 'scalar') report(hooks.value, 'text', { key: hooks.key.text, value: hooks.value.text })
    else if (appspec.platform === 'server') checkScripts(appspec, hooks.value)
    else if (hooks.value.kind === 'mapping') report(hooks.key, 'mapping', { key: hooks.key.text, platform })
    else for (const item of hooks.value.items) checkFunctions(item)

    function checkScripts(appspec: AppSpec, value: Node): void {
      if (value.kind === 'sequence') {
        report(value, 'list')
        return
      }
      const dedented = value.kind === 'mapping' ? value.entries.filter(({ key }) => SCRIPT_KEYS.includes(key.text)) : []
      for (const { key } of dedented) report(key, 'scriptKey', { key: key.text })
      for (const entry of appspec.hooks) checkEvent(entry)
    }

    function checkEvent({ key, value }: Entry): void {
      const event = key.text
      if (isNothing(value) || isUnevaluated(value)) return
      if (value.kind === 'scalar') report(value, 'eventText', { event, value: value.text })
      else if (value.kind === 'mapping')
        report(value.entries[0]?.key ?? value, 'noDash', { event, key: value.entries[0]?.key.text ?? '{}' })
      else {
        for (const script of value.items) {
          if (isNothing(script)) report(script, 'emptyScript')
          else if (script.kind !== 'mapping') report(script, 'notScript', { kind: kindName(script) })
        }
      }
    }

    function checkFunctions(item: Node): void {
      if (isUnevaluated(item)) return
      if (item.kind !== 'mapping') {
        report(item, 'notHook', { kind: isNothing(item) ? 'a dash without content' : kindName(item) })
        return
      }
      item.entries.forEach(({ key, value }, i) => {
        if (i > 0) report(key, 'severalEvents', { event: key.text, first: item.entries[0]?.key.text ?? '' })
        if (value.kind !== 'scalar' && !isUnevaluated(value))
          report(value, 'notFunction', { event: key.text, kind: kindName(value), platform })
      })
    }
  },
})
