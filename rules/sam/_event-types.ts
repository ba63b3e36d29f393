import type { Resource } from '#rule'

/** The event types of functions. */
export const EVENT_TYPES: readonly string[] = [
  'AlexaSkill',
  'Api',
  'CloudWatchEvent',
  'CloudWatchLogs',
  'Cognito',
  'DocumentDB',
  'DynamoDB',
  'EventBridgeRule',
  'HttpApi',
  'IoTRule',
  'Kinesis',
  'MQ',
  'MSK',
  'S3',
  'SNS',
  'SQS',
  'Schedule',
  'ScheduleV2',
  'SelfManagedKafka',
]

const STATE_MACHINE_EVENT_TYPES: readonly string[] = ['Api', 'CloudWatchEvent', 'EventBridgeRule', 'Schedule', 'ScheduleV2']

export const eventTypesOf = (resource: Resource): readonly string[] =>
  resource.type === 'AWS::Serverless::StateMachine' ? STATE_MACHINE_EVENT_TYPES : EVENT_TYPES
