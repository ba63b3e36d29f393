import { defineRule } from '#rule'

export default defineRule({
  id: 'buildspec/spaced-assignment',
  title: 'Assignment of the shell has blanks around its equals sign',
  severity: 'warning',
  on: ['buildspec'],
  why: 'To the shell the name of the variable is then a command, which does not exist, and the variable stays empty.',
  fix: 'Write NAME=value without blanks.',
  sources: [
    {
      url: 'https://www.gnu.org/software/bash/manual/html_node/Shell-Parameters.html',
      fact: 'A variable is assigned by a statement of the form name=value, in one word.',
    },
  ],
  notes: ['002:1189'],
  messages: { spaced: '"{name} =" sets nothing in a shell; write {name}={value} without blanks.' },
  check(buildspec, { report }) {
    for (const call of buildspec.calls) {
      const { words } = call.shell
      const at = words[0]?.text === 'export' ? 1 : 0
      const [name, equals, value] = words.slice(at)
      if (!name || !/^[A-Za-z_]\w*$/.test(name.text) || equals?.text !== '=' || !equals.isLiteral) continue
      report(call.place({ start: name.start, end: equals.end }), 'spaced', { name: name.text, value: value?.text ?? '' })
    }
  },
})
