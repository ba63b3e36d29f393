import { arnsAt, defineRule, isArnless, table } from '#rule'

const WITHOUT = table<string>({
  'AWS::AutoScaling::AutoScalingGroup': 'an Auto Scaling group',
  'AWS::EC2::Instance': 'an instance',
  'AWS::Events::Rule': 'a rule of EventBridge',
  'AWS::IAM::Role': 'a role',
  'AWS::Logs::LogGroup': 'a log group',
  'AWS::SQS::Queue': 'a queue',
  'AWS::StepFunctions::StateMachine': 'a state machine',
})

export default defineRule({
  id: 'cloudwatch/unsupported-alarm-action',
  title: 'An alarm action must be a target that CloudWatch can call',
  severity: 'error',
  on: ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'],
  why: 'CloudWatch rejects the alarm: it cannot call that.',
  fix: 'Use the ARN of a topic, a scaling policy, a function, or an action on an instance; go on to others through a topic.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html',
      fact: 'Actions are ARNs of topics, scaling policies, functions, actions on instances, and items of Systems Manager.',
    },
  ],
  notes: ['000:503', '002:1833', '002:1885', '002:1888', '004:100'],
  messages: {
    type: '{id} is {what}, which no alarm can call; use a topic, a scaling policy or a function.',
    name: 'This gives the {gives} of {id}; an action is an ARN, so use Fn::GetAtt with Arn.',
    text: '"{text}" is no ARN; an action is the ARN of a topic, a scaling policy or a function.',
  },
  check(alarm, { report }) {
    for (const path of ['AlarmActions.*', 'OKActions.*', 'InsufficientDataActions.*']) {
      for (const { resource, attribute, text, type, place } of arnsAt(alarm.template, alarm, path)) {
        const what = WITHOUT[type]
        if (resource && what) report(place, 'type', { id: resource.id, what })
        else if (resource && type === 'AWS::Lambda::Function' && attribute === undefined)
          report(place, 'name', { gives: 'name', id: resource.id })
        else if (resource && type === 'AWS::SNS::Topic' && attribute === 'TopicName')
          report(place, 'name', { gives: 'name', id: resource.id })
        else if (!resource && isArnless(text)) report(place, 'text', { text })
      }
    }
  },
})
