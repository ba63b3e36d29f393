import { defineRule, string, together } from '#rule'

import { onFargate } from './_fargate.ts'

/** Memory in MiB by units of CPU; 256 units also take 512 MiB. */
const SIZES = new Map([
  [256, { min: 1024, max: 2048, step: 1024 }],
  [512, { min: 1024, max: 4096, step: 1024 }],
  [1024, { min: 2048, max: 8192, step: 1024 }],
  [2048, { min: 4096, max: 16384, step: 1024 }],
  [4096, { min: 8192, max: 30720, step: 1024 }],
  [8192, { min: 16384, max: 61440, step: 4096 }],
  [16384, { min: 32768, max: 122880, step: 8192 }],
])

/** `1024`, `1 vCPU`, `2GB`; undefined for what ECS has another rule for. */
function unitsOf(text: string, unit: string): number | undefined {
  const match = /^(\d*\.?\d+)\s*([a-z]*)$/i.exec(text.trim())
  if (!match) return undefined
  const name = (match[2] as string).toLowerCase()
  if (name !== '' && name !== unit) return undefined
  return Number(match[1]) * (name === '' ? 1 : 1024)
}

const textOf = (units: number, { min, max, step }: { min: number; max: number; step: number }): string =>
  `${units === 256 ? '512 and ' : ''}${min} to ${max} in steps of ${step}`

export default defineRule({
  id: 'ecs/invalid-fargate-size',
  title: 'CPU and memory must be a pair that Fargate offers',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition.',
  fix: 'Choose a pair of Cpu and Memory that Fargate offers.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html',
      fact: 'Fargate offers 256 to 16384 units of CPU, each with certain sizes of memory.',
    },
  ],
  notes: ['000:195', '002:1545', '002:1548'],
  cfnLint: ['E3047'],
  messages: {
    cpu: 'Cpu is "{cpu}"; on Fargate it must be 256, 512, 1024, 2048, 4096, 8192 or 16384.',
    memory: 'Memory is "{memory}"; with {cpu} units of CPU Fargate offers {sizes}.',
  },
  check(task, { report }) {
    for (const fargate of onFargate(task)) {
      for (const [cpu, memory] of together(fargate.known('Cpu', string), fargate.known('Memory', string))) {
        const units = unitsOf(cpu.value, 'vcpu')
        const size = unitsOf(memory.value, 'gb')
        if (units === undefined || size === undefined) continue
        const sizes = SIZES.get(units)
        if (!sizes) report(cpu, 'cpu', { cpu: cpu.value })
        else if (size < sizes.min || size > sizes.max || (size - sizes.min) % sizes.step !== 0) {
          if (units === 256 && size === 512) continue
          report(memory, 'memory', { memory: memory.value, cpu: units, sizes: textOf(units, sizes) })
        }
      }
    }
  },
})
