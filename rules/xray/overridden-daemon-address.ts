import { atKey, defineRule } from '#rule'

export default defineRule({
  id: 'xray/overridden-daemon-address',
  title: 'Lambda sets the X-Ray daemon address itself',
  severity: 'warning',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda sets the address of its own daemon; with another one the segments are lost.',
  fix: 'Remove the variable.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html',
      fact: 'AWS_XRAY_DAEMON_ADDRESS is set by the runtime to the address of the daemon.',
    },
  ],
  notes: ['001:1021', '001:1022', '001:1023', '001:1024', '001:1027'],
  messages: {
    address: 'Lambda sets AWS_XRAY_DAEMON_ADDRESS itself; remove it.',
  },
  check(fn, { report }) {
    for (const set of fn.present('Environment.Variables.AWS_XRAY_DAEMON_ADDRESS')) report(atKey(set), 'address')
  },
})
