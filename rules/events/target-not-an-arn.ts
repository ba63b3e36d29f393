import { arnsAt, defineRule, isArnless, kindOfName, kindOfRef } from '#rule'

const WORDS = { name: 'a name', ID: 'an ID', URL: 'a URL' } as const

export default defineRule({
  id: 'events/target-not-an-arn',
  title: 'A target is given by its ARN',
  severity: 'error',
  on: ['AWS::Events::Rule'],
  why: 'EventBridge refuses the target.',
  fix: 'Use Fn::GetAtt with the Arn of the resource.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-events-rule-target.html',
      fact: 'Arn is the ARN of the target.',
    },
  ],
  notes: ['002:1906', '002:1907'],
  cfnLint: ['E1041'],
  messages: {
    wrong: '"{name}" gives {found}; a target is given by its ARN (Fn::GetAtt with the attribute that is one).',
    text: '"{text}" is no ARN; a target is given by its ARN.',
  },
  check(rule, { report }) {
    const { template } = rule
    for (const use of arnsAt(template, rule, 'Targets.*.Arn')) {
      const { resource, attribute, place, text } = use
      if (resource) {
        const found = attribute === undefined ? kindOfRef(template, resource) : kindOfName(attribute)
        const name = attribute === undefined ? resource.id : `${resource.id}.${attribute}`
        if (found && found !== 'ARN') report(place, 'wrong', { name, found: WORDS[found] })
      } else if (isArnless(text)) report(place, 'text', { text })
    }
  },
})
