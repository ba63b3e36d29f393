/** What a script calls. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseScript, unbalancedIn } from '../src/buildspec/shell.ts'

/** Each command on a line: its words joined by `|`, nested ones in brackets. */
const calls = (script: string): string[] =>
  parseScript(script)
    .filter(({ words }) => words.length > 0)
    .map(({ words, isNested }) => {
      const text = words.map((word) => word.text).join('|')
      return isNested ? `[${text}]` : text
    })

describe('commands', () => {
  test.each([
    ['a b  c', ['a|b|c']],
    ['a && b || c; d & e\nf | g', ['a', 'b', 'c', 'd', 'e', 'f', 'g']],
    ['a "b c" \'d  e\' f\\ g', ['a|b c|d  e|f g']],
    ['a "b \\"c\\" \\$d"', ['a|b "c" $d']],
    ['a \\\n  b', ['a|b']],
    ['a # b\nc#d', ['a', 'c#d']],
    ['X=1 Y="2 3" a b=c', ['a|b=c']],
    ['X=1', []],
    ['$(aws ecr get-login)', ['[aws|ecr|get-login]', '$(aws ecr get-login)']],
    ['a "$(b c)" `d e`', ['[b|c]', '[d|e]', 'a|$(b c)|`d e`']],
    ['X=$(a b) c', ['[a|b]', 'c']],
    ['a > b 2>&1 <c', ['a']],
    ['a &> b', ['a']],
    ['cat <<EOF > f\na b\nEOF\nc', ['cat', 'c']],
    ["cat <<-'EOF'\n\ta b\n\tEOF\nc", ['cat', 'c']],
    ['if a; then b; else c; fi; d', ['[a]', '[b]', '[c]', 'd']],
    ['for x in a b; do c $x; done', ['[c|$x]']],
    ['while read x; do c; done < f', ['[read|x]', '[c]']],
    ['case $x in\n  a) c d;;\n  *) e;;\nesac\nf', ['[c|d]', '[e]', 'f']],
    ['f() { a; }\nb', ['[a]', 'b']],
    ['function f { a; }; b', ['[a]', 'b']],
    ['(a; b)', ['[a]', '[b]']],
    ['{ a; }', ['[a]']],
    ['! a', ['a']],
    ['echo $((1 + 2)) ${X:-$(a)} ${#Y}', ['echo|$((1 + 2))|${X:-$(a)}|${#Y}']],
    ['X=(a b) c', ['c']],
    ['a\r\nb\r\n', ['a', 'b']],
    ['"a b" && "c', ['a b', 'c']],
    ['diff <(a) <(b)', ['[a]', '[b]', 'diff']],
  ])('%j', (script, expected) => {
    expect(calls(script)).toEqual(expected)
  })

  test.each([
    ['if a; then b; fi', undefined],
    ['if a; then', 'if'],
    ['for x in a b; do c', 'for'],
    ['case $x in a) b ;;', 'case'],
    ['f() {', '{'],
    ['fi', 'fi'],
    ['else', 'else'],
    ['done; a', 'done'],
    ['echo if then; echo "fi"', undefined],
    ['a && { b; }', undefined],
    ['while read x; do if a; then b; fi; done < f', undefined],
    ['cat <<EOF\nif\nEOF', undefined],
  ])('%j is open at %j', (script, word) => {
    expect(unbalancedIn(script)?.word.text).toBe(word)
  })

  test('words know where they stand and what is expanded in them', () => {
    const [command] = parseScript('aws "s3" $X "$Y" a$Z "$@"')
    expect(command?.words.map(({ start, end, isLiteral, isOpen }) => [start, end, isLiteral, isOpen])).toEqual([
      [0, 3, true, false],
      [4, 8, true, false],
      [9, 11, false, true],
      [12, 16, false, false],
      [17, 20, false, false],
      [21, 25, false, true],
    ])
  })

  test('files and what separates commands', () => {
    const [first, second] = parseScript('a > "x y" && b')
    expect(first?.files.map(({ operator, word }) => [operator, word.text])).toEqual([['>', 'x y']])
    expect([first?.separator, second?.separator]).toEqual(['&&', ''])
  })

  test('reading always ends, at places within the text', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '$',
      '(',
      ')',
      '{',
      '}',
      '"',
      "'",
      '`',
      '\\',
      '<',
      '>',
      '|',
      '&',
      ';',
      '#',
      '=',
      'if ',
      'fi ',
      'case ',
      'EOF',
    )
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (script) => {
        for (const { words, start, end } of parseScript(script)) {
          expect(start).toBeLessThanOrEqual(end)
          for (const word of words) expect(word.end).toBeLessThanOrEqual(script.length)
        }
      }),
    )
  })
})
