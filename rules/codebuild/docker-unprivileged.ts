import { boolean, both, canHold, defineRule, string } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/docker-unprivileged',
  title: 'Docker in a build needs privileged mode',
  severity: 'warning',
  on: ['buildspec'],
  why: 'Without privileged mode no Docker daemon runs in the build: "Cannot connect to the Docker daemon".',
  fix: 'Set PrivilegedMode of the environment to true.',
  sources: [
    {
      url: api('ProjectEnvironment'),
      fact: 'Privileged mode is needed for whatever talks to the Docker daemon; without it such a build fails.',
    },
  ],
  notes: ['002:1188', '002:1191'],
  messages: { unprivileged: '"docker {verb}" needs privileged mode; set PrivilegedMode of the environment to true.' },
  check({ buildProject: project, commands, calls }, { report }) {
    // Another daemon, or a server for Docker, does without.
    if (!project || commands.some(({ text }) => /DOCKER_HOST|dockerd|buildx create|\bpodman\b/.test(text))) return
    if (project.facts('Environment.DockerServer').some((fact) => fact.state !== 'absent')) return
    const types = project.known('Environment.Type', string).filter(({ value }) => /^(LINUX|ARM|LINUX_GPU)_CONTAINER$/.test(value))
    const call = calls.find(
      (one) => one.program === 'docker' && /^(build|buildx|compose|pull|push|run)$/.test(one.subcommands[0]?.text ?? ''),
    )
    if (!call) return
    for (const fact of project.possible('Environment.PrivilegedMode', boolean)) {
      if (fact.state === 'unknown' || (fact.state === 'known' && fact.value)) continue
      for (const type of types) {
        const when = both(fact.when, type.when)
        if (canHold(when)) report({ ...call.head(1), when }, 'unprivileged', { verb: call.subcommands[0]?.text ?? '' })
      }
    }
  },
})
