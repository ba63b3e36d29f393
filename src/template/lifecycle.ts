import type { Template } from './template.ts'

/** The end of a service, as far as it is known. */
export interface EndOfService {
  /** The types that it is about: a whole type, or the beginning of several. */
  readonly types: readonly string[]
  /** The day from which nothing of it works; missing where an end is announced without one, or none is. */
  readonly ends?: string
  readonly status: 'ended' | 'ending' | 'closed'
  readonly instead: string
}

/**
 * The day of the pages for which `status` is true. Days that they announce for later may be moved, as others were: they count as
 * ended only for who asks for a later day.
 */
const AS_OF = '2026-09-01'

/**
 * Sources: the lists of services in full shutdown, in sunset and in maintenance of the AWS General Reference
 * (https://docs.aws.amazon.com/general/latest/gr/service-lifecycle.html and the pages below it), and the notice that each service has
 * in its own documentation. A day stands here only where a notice names it.
 */
const ROWS: readonly EndOfService[] = [
  { types: ['AWS::OpsWorks::'], ends: '2024-05-26', status: 'ended', instead: 'AWS Systems Manager' },
  { types: ['AWS::OpsWorksCM::'], status: 'ended', instead: 'AWS Systems Manager' },
  { types: ['AWS::CodeStar::'], ends: '2024-07-31', status: 'ended', instead: 'AWS CodeConnections' },
  { types: ['AWS::NimbleStudio::'], status: 'ended', instead: 'AWS Deadline Cloud' },
  { types: ['AWS::QLDB::'], ends: '2025-07-31', status: 'ended', instead: 'Amazon Aurora PostgreSQL' },
  { types: ['AWS::RoboMaker::'], ends: '2025-09-10', status: 'ended', instead: 'AWS Batch' },
  { types: ['AWS::Evidently::'], ends: '2025-10-17', status: 'ended', instead: 'AWS AppConfig' },
  { types: ['AWS::LookoutVision::'], ends: '2025-10-31', status: 'ended', instead: 'Amazon SageMaker AI' },
  { types: ['AWS::MediaStore::'], ends: '2025-11-13', status: 'ended', instead: 'Amazon S3' },
  { types: ['AWS::IoTAnalytics::'], ends: '2025-12-15', status: 'ended', instead: 'Amazon Kinesis and S3' },
  { types: ['AWS::IoTThingsGraph::'], status: 'ended', instead: 'AWS IoT Core rules' },
  { types: ['AWS::KinesisAnalytics::'], ends: '2026-01-27', status: 'ended', instead: 'AWS::KinesisAnalyticsV2 with Apache Flink' },
  { types: ['AWS::Inspector::'], ends: '2026-05-20', status: 'ended', instead: 'AWS::InspectorV2' },
  { types: ['AWS::IoTEvents::'], ends: '2026-05-20', status: 'ended', instead: 'AWS Step Functions or Lambda' },
  { types: ['AWS::SimSpaceWeaver::'], ends: '2026-05-20', status: 'ended', instead: 'Amazon EC2' },
  { types: ['AWS::AppMesh::'], ends: '2026-09-30', status: 'ending', instead: 'Amazon ECS Service Connect or VPC Lattice' },
  { types: ['AWS::FinSpace::'], ends: '2026-10-07', status: 'ending', instead: 'Amazon EMR' },
  { types: ['AWS::Greengrass::'], ends: '2026-10-07', status: 'ending', instead: 'AWS::GreengrassV2' },
  { types: ['AWS::Proton::'], ends: '2026-10-07', status: 'ending', instead: 'AWS CodePipeline' },
  {
    // What sends SMS, voice and push messages goes on as AWS End User Messaging.
    types: ['AWS::Pinpoint::Campaign', 'AWS::Pinpoint::EmailChannel', 'AWS::Pinpoint::EmailTemplate', 'AWS::Pinpoint::Segment'],
    ends: '2026-10-30',
    status: 'ending',
    instead: 'Amazon Connect or Amazon SES',
  },
  { types: ['AWS::WAF::', 'AWS::WAFRegional::'], status: 'ending', instead: 'AWS::WAFv2' },
  { types: ['AWS::FraudDetector::'], status: 'ending', instead: 'Amazon SageMaker AI' },
  { types: ['AWS::DataPipeline::'], status: 'closed', instead: 'AWS Glue or Step Functions' },
  { types: ['AWS::AppRunner::'], status: 'closed', instead: 'Amazon ECS' },
  { types: ['AWS::Cloud9::'], status: 'closed', instead: 'AWS CloudShell or an IDE toolkit' },
  { types: ['AWS::CodeGuruReviewer::'], status: 'closed', instead: 'Amazon Q Developer' },
  { types: ['AWS::Forecast::'], status: 'closed', instead: 'Amazon SageMaker Canvas' },
  {
    types: ['AWS::Timestream::Database', 'AWS::Timestream::ScheduledQuery', 'AWS::Timestream::Table'],
    status: 'closed',
    instead: 'Amazon Timestream for InfluxDB',
  },
  { types: ['AWS::AutoScaling::LaunchConfiguration'], status: 'closed', instead: 'AWS::EC2::LaunchTemplate' },
]

/** What is known of the end of a type's service on the day that the template is judged for. */
export function endOf(template: Template, type: string): EndOfService | undefined {
  const row = ROWS.find(({ types }) => types.some((one) => (one.endsWith('::') ? type.startsWith(one) : type === one)))
  if (!row) return undefined
  const asOf = template.asOf ?? AS_OF
  return row.status === 'ending' && row.ends && row.ends <= asOf ? { ...row, status: 'ended' } : row
}

/** ` (since 2024-05-26)`, where the day is known. */
export const since = (row: EndOfService, word: string): string => (row.ends ? ` ${word} ${row.ends}` : '')
