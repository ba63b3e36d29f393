import { boolean, defineRule } from '#rule'

export default defineRule({
  id: 'amazonmq/public-broker',
  title: 'A message broker should not be public',
  severity: 'warning',
  on: ['AWS::AmazonMQ::Broker'],
  why: 'Everybody can try to log in to the broker from the internet.',
  fix: 'Set PubliclyAccessible to false, and reach the broker from within its VPC.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/using-amazon-mq-securely.html',
      fact: 'Brokers without public access are preferred: they are reached from within the VPC only.',
    },
  ],
  notes: ['002:736', '002:740', '002:744', '002:2466'],
  messages: {
    on: 'PubliclyAccessible is true: the broker gets a public address; set it to false.',
  },
  check(target, { report }) {
    for (const fact of target.known('PubliclyAccessible', boolean)) if (fact.value) report(fact, 'on')
  },
})
