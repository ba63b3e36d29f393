import { defineRule } from '#rule'
import { EXECVE, HOOKS } from './_pages.ts'
import { scriptsOf } from './_scripts.ts'

export default defineRule({
  id: 'project/hook-script-line-endings',
  title: 'Hook script for Linux has Windows line endings',
  severity: 'warning',
  on: ['appspec'],
  why: 'Linux looks for an interpreter whose name ends with a carriage return, and the event fails with "No such file or directory".',
  fix: 'Save the script with LF line endings, and keep them with `*.sh text eol=lf` in .gitattributes.',
  sources: [
    { url: EXECVE, fact: 'The first line of a script names its interpreter, up to the line feed.' },
    { url: HOOKS, fact: 'On Linux the agent runs the script itself.' },
  ],
  messages: {
    crlf: '"{location}" has Windows line endings (CRLF), with which Linux finds no interpreter ("No such file or directory"); save it with LF.',
  },
  check(appspec, { report }) {
    for (const { location, text } of scriptsOf(appspec)) if (/^[^\n]*\r\n/.test(text)) report(location, 'crlf', { location: location.text })
  },
})
