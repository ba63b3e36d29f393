import { boolean, defineRule } from '#rule'
import { api } from './_project.ts'

export default defineRule({
  id: 'codebuild/insecure-ssl',
  title: 'TLS certificate check of the source host is switched off',
  severity: 'warning',
  on: ['AWS::CodeBuild::Project'],
  why: 'Whoever sits between the build and the host can read and change the source.',
  fix: 'Remove InsecureSsl, and give the build the certificate of the host in Environment.Certificate.',
  sources: [
    { url: api('ProjectSource'), fact: 'insecureSsl ignores TLS warnings of the source host; it is meant for tests.' },
    { url: api('ProjectEnvironment'), fact: 'certificate names an object of S3 with the certificate of the host.' },
  ],
  notes: ['002:1187', '002:2355'],
  messages: { insecure: 'InsecureSsl is true; remove it, and name the certificate of the host in Environment.Certificate.' },
  check(project, { report }) {
    for (const path of ['Source.InsecureSsl', 'SecondarySources.*.InsecureSsl']) {
      for (const fact of project.known(path, boolean)) if (fact.value) report(fact, 'insecure')
    }
  },
})
