import { atKey, boolean, defineRule, string } from '#rule'

const SETTINGS = ['Links', 'DockerSecurityOptions', 'DnsServers', 'DnsSearchDomains', 'DisableNetworking', 'ExtraHosts', 'Privileged']
const LINUX = ['Devices', 'MaxSwap', 'SharedMemorySize', 'Swappiness']

export default defineRule({
  id: 'ecs/unsupported-fargate-setting',
  title: 'This container setting does not exist on Fargate',
  severity: 'error',
  on: ['AWS::ECS::TaskDefinition'],
  why: 'ECS rejects the task definition ("Fargate compatible task definitions do not support sharedMemorySize"): Fargate gives no access to the host.',
  fix: 'Remove the setting, or run the tasks on instances.',
  sources: [
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html',
      fact: 'Which parameters of containers, of their Linux settings and of volumes are not valid in tasks on Fargate.',
    },
    {
      url: 'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html',
      fact: 'With FARGATE in requiresCompatibilities ECS checks the parameters as it registers the definition; sourcePath of a host volume is not supported there.',
    },
  ],
  notes: ['001:882', '001:883', '001:885', '001:916', '001:917', '001:922', '002:1545', '002:1548', '003:466'],
  cfnLint: ['E3048'],
  messages: {
    setting: '{name} does not exist on Fargate; remove it.',
  },
  check(task, { report }) {
    const compatible = task.possible('RequiresCompatibilities.*', string)
    // What instances can run as well is left alone.
    const isFargate = compatible.length > 0 && compatible.every((fact) => fact.state === 'known' && fact.value === 'FARGATE')
    if (!isFargate) return
    const places = [
      ...task.items('ContainerDefinitions').map((of) => ({ of, names: SETTINGS })),
      ...task.items('ContainerDefinitions').flatMap((one) => one.items('LinuxParameters').map((of) => ({ of, names: LINUX }))),
      ...task.items('Volumes').map((of) => ({ of, names: ['DockerVolumeConfiguration'] })),
      ...task.items('Volumes').flatMap((volume) => volume.items('Host').map((of) => ({ of, names: ['SourcePath'] }))),
    ]
    for (const { of, names } of places) {
      for (const name of names) {
        for (const fact of of.present(name)) {
          const isOff =
            fact.state === 'known' &&
            (boolean.read(fact.value) === false || (fact.value.kind === 'sequence' && fact.value.items.length === 0))
          if (!isOff) report(atKey(fact), 'setting', { name })
        }
      }
    }
  },
})
