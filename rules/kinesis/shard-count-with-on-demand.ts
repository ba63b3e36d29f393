import { defineRule, forbid, where } from '#rule'

export default defineRule({
  id: 'kinesis/shard-count-with-on-demand',
  title: 'On-demand streams must not set a shard count',
  severity: 'error',
  on: ['AWS::Kinesis::Stream'],
  why: 'Kinesis refuses the stream.',
  fix: 'Remove ShardCount, or use the mode PROVISIONED.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html',
      fact: 'A stream in on-demand mode scales by itself; a number of shards belongs to provisioned mode.',
    },
  ],
  notes: [
    '001:198',
    '001:217',
    '001:218',
    '002:1054',
    '002:1069',
    '002:1070',
    '002:1075',
    '002:1077',
    '003:317',
    '003:323',
    '004:203',
    '004:225',
    '004:227',
  ],
  check: where(
    'StreamModeDetails.StreamMode',
    ['ON_DEMAND'],
    forbid('{name} cannot be set for a stream in mode ON_DEMAND; remove it.', 'ShardCount'),
  ),
})
