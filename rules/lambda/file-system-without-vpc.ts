import { atKey, both, canHold, defineRule, present } from '#rule'
import { isFilled } from './_function.ts'

export default defineRule({
  id: 'lambda/file-system-without-vpc',
  title: 'A function that mounts a file system must be in its VPC',
  severity: 'error',
  on: ['AWS::Lambda::Function', 'AWS::Serverless::Function'],
  why: 'Lambda rejects the function: it reaches the file system in the VPC of its mount targets.',
  fix: 'Give the function VpcConfig with subnets that reach the mount targets.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/lambda/latest/dg/configuration-filesystem-efs.html',
      fact: 'A function mounts a file system in the VPC to which it is attached.',
    },
  ],
  notes: ['004:367'],
  messages: {
    vpc: 'FileSystemConfigs needs VpcConfig, which is not set.',
  },
  check(fn, { report }) {
    for (const files of present(fn, 'FileSystemConfigs').filter(isFilled)) {
      for (const absent of fn.absent('VpcConfig')) {
        const when = both(files.when, absent.when)
        if (canHold(when)) report(atKey(files, when), 'vpc')
      }
    }
  },
})
