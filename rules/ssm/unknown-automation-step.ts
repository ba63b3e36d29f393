import { closest, defineRule, type Known, type Properties, respell, string } from '#rule'
import { documentsOf } from './_documents.ts'

export default defineRule({
  id: 'ssm/unknown-automation-step',
  title: 'An Automation goes on with a step that it has',
  severity: 'error',
  on: ['AWS::SSM::Document'],
  fixes: 'unsafe',
  why: 'Systems Manager refuses the document, and the deployment fails.',
  fix: 'Name a step of mainSteps, letter by letter.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/systems-manager/latest/userguide/automation-branchdocs.html',
      fact: 'nextStep, Default, NextStep of a choice, and step: in onFailure and onCancel name a step of the document.',
    },
  ],
  messages: {
    misspelt: 'There is no step "{name}"; did you mean "{near}"?',
    unknown: 'There is no step "{name}" in this document; name one of its steps.',
  },
  check(resource, { report }) {
    for (const { type, content } of documentsOf(resource)) {
      const steps = content.items('mainSteps')
      const names = steps.flatMap((step) => step.known('name', string).map(({ value }) => value))
      if (type !== 'Automation' || names.length < steps.length || content.facts('mainSteps.*').length > steps.length) continue
      for (const { name, place } of steps.flatMap(targetsOf)) {
        if (names.includes(name)) continue
        const near = closest(name, names)
        if (near) report(place, 'misspelt', { name, near }, respell(place, names))
        else report(place, 'unknown', { name })
      }
    }
  },
})

function targetsOf(step: Properties): { name: string; place: Known<string> }[] {
  const isBranch = step.known('action', string).some(({ value }) => value === 'aws:branch')
  const plain = [
    ...step.known('nextStep', string),
    ...(isBranch ? [...step.known('inputs.Choices.*.NextStep', string), ...step.known('inputs.Default', string)] : []),
  ]
  const after = ['onFailure', 'onCancel'].flatMap((field) => step.known(field, string)).filter(({ value }) => value.startsWith('step:'))
  return [
    ...plain.filter(({ value }) => !value.includes('{{')).map((place) => ({ name: place.value, place })),
    ...after.map((place) => ({ name: place.value.slice('step:'.length).trim(), place })),
  ]
}
