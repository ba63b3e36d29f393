/** Attributes and what has them, as the CloudFormation reference listed them on 2026-11-20. */

const each = (prefix: string, names: string): string[] => names.split(' ').map((name) => prefix + name)

export type Balancer = 'application' | 'network' | 'gateway'

const LOGS = 'enabled bucket prefix'

/** Attributes of load balancers, by the types that have them. */
export const BALANCER_ATTRIBUTES: readonly (readonly [keys: readonly string[], types: readonly Balancer[]])[] = [
  [
    ['deletion_protection.enabled', 'load_balancing.cross_zone.enabled'],
    ['application', 'network', 'gateway'],
  ],
  [
    [...each('access_logs.s3.', LOGS), 'ipv6.deny_all_igw_traffic', 'zonal_shift.config.enabled'],
    ['application', 'network'],
  ],
  [
    [
      'idle_timeout.timeout_seconds',
      'client_keep_alive.seconds',
      ...each('connection_logs.s3.', LOGS),
      ...each('health_check_logs.s3.', LOGS),
      ...each('routing.http.', 'desync_mitigation_mode drop_invalid_header_fields.enabled preserve_host_header.enabled'),
      ...each('routing.http.', 'x_amzn_tls_version_and_cipher_suite.enabled xff_client_port.enabled xff_header_processing.mode'),
      'routing.http2.enabled',
      'waf.fail_open.enabled',
    ],
    ['application'],
  ],
  [['dns_record.client_routing_policy', 'secondary_ips.auto_assigned.per_subnet'], ['network']],
]

const HEALTH = each('target_group_health.', 'dns_failover. unhealthy_state_routing.').flatMap((prefix) =>
  each(`${prefix}minimum_healthy_targets.`, 'count percentage'),
)

/** Attributes of target groups, by the types of the load balancers that use them. */
export const TARGET_ATTRIBUTES: readonly (readonly [keys: readonly string[], types: readonly Balancer[]])[] = [
  [
    ['deregistration_delay.timeout_seconds', 'stickiness.enabled', 'stickiness.type'],
    ['application', 'network', 'gateway'],
  ],
  [
    ['load_balancing.cross_zone.enabled', ...HEALTH],
    ['application', 'network'],
  ],
  [
    [
      ...each('load_balancing.algorithm.', 'type anomaly_mitigation'),
      'slow_start.duration_seconds',
      ...each('stickiness.', 'app_cookie.cookie_name app_cookie.duration_seconds lb_cookie.duration_seconds'),
      'lambda.multi_value_headers.enabled',
    ],
    ['application'],
  ],
  [
    [
      'deregistration_delay.connection_termination.enabled',
      'preserve_client_ip.enabled',
      'proxy_protocol_v2.enabled',
      ...each('target_health_state.unhealthy.', 'connection_termination.enabled draining_interval_seconds'),
    ],
    ['network'],
  ],
  [['target_failover.on_deregistration', 'target_failover.on_unhealthy'], ['gateway']],
]

const CORS = 'allow_origin allow_methods allow_headers allow_credentials expose_headers max_age'

/** Attributes of listeners, by the types of their load balancers. */
export const LISTENER_ATTRIBUTES: readonly (readonly [keys: readonly string[], types: readonly Balancer[]])[] = [
  [['tcp.idle_timeout.seconds'], ['network', 'gateway']],
  [
    [
      ...each('routing.http.request.x_amzn_mtls_clientcert', '_serial_number _issuer _subject _validity _leaf ').map(
        (name) => `${name}.header_name`,
      ),
      ...each('routing.http.request.x_amzn_tls_', 'version.header_name cipher_suite.header_name'),
      'routing.http.response.server.enabled',
      ...each('routing.http.response.access_control_', CORS).map((name) => `${name}.header_value`),
      ...each('routing.http.response.', 'strict_transport_security content_security_policy x_content_type_options x_frame_options').map(
        (name) => `${name}.header_value`,
      ),
    ],
    ['application'],
  ],
]

/** The load balancers that speak a protocol; undefined for a protocol that is not known here. */
export function balancerOf(protocol: string): Balancer | undefined {
  if (/^HTTPS?$/.test(protocol)) return 'application'
  if (/^(TCP|TLS|UDP|TCP_UDP|QUIC|TCP_QUIC)$/.test(protocol)) return 'network'
  return protocol === 'GENEVE' ? 'gateway' : undefined
}

/** The types of load balancers that have an attribute; none if no one has it. */
export const typesWith = (table: typeof BALANCER_ATTRIBUTES, key: string): readonly Balancer[] =>
  table.find(([keys]) => keys.includes(key))?.[1] ?? []
