import { closest, defineRule, listOf, string, table } from '#rule'

const CLUSTERS = ['aurora-mysql', 'aurora-postgresql', 'mysql', 'postgres']
/** Engines of other services, whose resources RDS manages as well. */
const RELATED = ['neptune', 'docdb']
const INSTANCES = [
  ...CLUSTERS,
  'mariadb',
  'oracle-ee',
  'oracle-ee-cdb',
  'oracle-se2',
  'oracle-se2-cdb',
  'sqlserver-ee',
  'sqlserver-se',
  'sqlserver-ex',
  'sqlserver-web',
  'sqlserver-dev-ee',
  'db2-ae',
  'db2-ce',
  'db2-se',
]
const MEANT: Readonly<Record<string, string>> = table({
  aurora: 'aurora-mysql',
  'aurora-postgres': 'aurora-postgresql',
  postgresql: 'postgres',
  oracle: 'oracle-se2',
  sqlserver: 'sqlserver-se',
  mssql: 'sqlserver-se',
})

export default defineRule({
  id: 'rds/unknown-engine',
  title: 'The database engine must be one that RDS offers',
  severity: 'error',
  on: ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  why: 'RDS rejects the database: "Invalid DB engine". The engine aurora was MySQL 5.6 and is gone.',
  fix: 'Use one of the engines of the list.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html',
      fact: 'The engines of instances.',
    },
    {
      url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html',
      fact: 'The engines of clusters: aurora-mysql, aurora-postgresql, mysql and postgres.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.MySQL56.EOL.html',
      fact: 'Aurora MySQL version 1, the engine aurora, ended on 2023-02-28.',
    },
  ],
  notes: ['002:785', '002:786', '002:835'],
  cfnLint: ['E3690', 'E3691'],
  messages: {
    misspelt: 'RDS has no engine "{engine}"; did you mean "{near}"?',
    unknown: 'RDS has no engine "{engine}"; use {engines}.',
  },
  check(database, { report }) {
    const engines = database.type === 'AWS::RDS::DBCluster' ? CLUSTERS : INSTANCES
    for (const engine of database.known('Engine', string)) {
      const value = engine.value.toLowerCase()
      if (engines.includes(value) || RELATED.includes(value) || value.startsWith('custom-')) continue
      const near = MEANT[value] ?? closest(value, engines)
      if (near && engines.includes(near)) report(engine, 'misspelt', { engine: engine.value, near })
      else report(engine, 'unknown', { engine: engine.value, engines: listOf(engines) })
    }
  },
})
