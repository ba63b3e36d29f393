import { boolean, defineRule, string, together } from '#rule'

export default defineRule({
  id: 'rds/iam-auth-unsupported',
  title: 'IAM log-in works with MySQL, MariaDB and PostgreSQL only',
  severity: 'error',
  on: ['AWS::RDS::DBInstance'],
  why: 'RDS rejects the instance: its engine has no authentication with IAM.',
  fix: 'Remove EnableIAMDatabaseAuthentication, or use MySQL, MariaDB or PostgreSQL.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.IAMDBAuth.html',
      fact: 'Authentication with IAM exists for MariaDB, MySQL and PostgreSQL.',
    },
  ],
  notes: ['000:663', '001:989', '001:991', '001:992', '002:849'],
  cfnLint: ['E3692'],
  messages: {
    engine: 'EnableIAMDatabaseAuthentication does not exist for {engine}; it is for mysql, mariadb and postgres.',
  },
  check(database, { report }) {
    for (const [auth, engine] of together(database.known('EnableIAMDatabaseAuthentication', boolean), database.known('Engine', string))) {
      if (auth.value && /^(oracle|sqlserver|custom|db2)-/.test(engine.value)) report(auth, 'engine', { engine: engine.value })
    }
  },
})
