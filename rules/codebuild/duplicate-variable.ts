import { both, canHold, defineRule, type Known, string } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/duplicate-variable',
  title: 'Build variable is listed twice',
  severity: 'error',
  on: ['AWS::CodeBuild::Project'],
  why: 'One of the two values is lost, and nothing says which.',
  fix: 'Keep one of them.',
  sources: [{ url: api('EnvironmentVariable'), fact: 'A variable has one name, one value and one type.' }],
  notes: ['002:1187', '002:1189', '002:2352'],
  messages: { twice: 'The variable {name} is listed twice; keep one of them.' },
  check(project, { report }) {
    const seen: Known<string>[] = []
    for (const variable of project.items('Environment.EnvironmentVariables')) {
      for (const name of variable.known('Name', string)) {
        const first = seen.find((one) => one.value === name.value && one.node !== name.node && canHold(both(one.when, name.when)))
        if (first) {
          const related = [{ node: first.node, message: 'the other one' }]
          report({ node: name.node, when: both(first.when, name.when), related }, 'twice', { name: name.value })
        }
        seen.push(name)
      }
    }
  },
})
