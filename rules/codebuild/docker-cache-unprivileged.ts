import { boolean, both, canHold, defineRule, string } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/docker-cache-unprivileged',
  title: 'Docker layer cache needs privileged mode',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'Without privileged mode there is no Docker in the build whose layers could be cached.',
  fix: 'Set PrivilegedMode of the environment to true, or remove the mode.',
  sources: [{ url: api('ProjectCache'), fact: 'LOCAL_DOCKER_LAYER_CACHE is for Linux, and needs the privileged flag.' }],
  notes: ['000:325', '001:1087', '003:420'],
  messages: { unprivileged: 'LOCAL_DOCKER_LAYER_CACHE needs privileged mode; set PrivilegedMode of the environment to true.' },
  check(project, { report }) {
    const modes = project.known('Cache.Modes.*', string).filter(({ value }) => value === 'LOCAL_DOCKER_LAYER_CACHE')
    const privileged = project.possible('Environment.PrivilegedMode', boolean)
    for (const mode of modes) {
      for (const fact of privileged) {
        const isOff = fact.state === 'absent' || (fact.state === 'known' && !fact.value)
        const when = both(mode.when, fact.when)
        if (isOff && canHold(when)) report({ node: mode.node, when }, 'unprivileged')
      }
    }
  },
})
