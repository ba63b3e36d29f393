/** An IP range in CIDR notation. */
export interface Cidr {
  readonly version: 4 | 6
  /** The address as a number. */
  readonly address: bigint
  readonly prefix: number
}

/** Reads `10.0.0.0/16` or `2001:db8::/56`; undefined for anything else. */
export function parseCidr(text: string): Cidr | undefined {
  const [, address, digits] = /^([0-9a-fA-F:.]+)\/(\d{1,3})$/.exec(text.trim()) ?? []
  if (address === undefined || digits === undefined) return undefined
  const prefix = Number(digits)
  const four = ipv4(address)
  if (four !== undefined) return prefix <= 32 ? { version: 4, address: four, prefix } : undefined
  const six = ipv6(address)
  return six !== undefined && prefix <= 128 ? { version: 6, address: six, prefix } : undefined
}

function ipv4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) < 256)) return undefined
  return parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n)
}

function ipv6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - tail.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...tail]
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  return groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n)
}

/** How many bits an address of the version has. */
const widthOf = (version: 4 | 6): number => (version === 4 ? 32 : 128)

/**
 * What `Fn::Cidr` gives; undefined where it fails or an argument is not known.
 * @param block the range to divide
 * @param count how many ranges, 1 to 256
 * @param bits how many bits are left for hosts; empty for 8, which fits IPv4 only
 */
export function subnetsOf(block: string | undefined, count: string | undefined, bits: string | undefined): string[] | undefined {
  const cidr = block === undefined ? undefined : parseCidr(block)
  if (!cidr || !/^\d+$/.test(count ?? '') || !/^\d*$/.test(bits ?? '-')) return undefined
  if (bits === '' && cidr.version === 6) return undefined
  const width = widthOf(cidr.version)
  const many = Number(count)
  const prefix = width - Number(bits === '' ? 8 : bits)
  if (many < 1 || many > 256 || prefix < cidr.prefix || prefix > width || 2 ** (prefix - cidr.prefix) < many) return undefined
  const size = 1n << BigInt(width - prefix)
  const start = (cidr.address >> BigInt(width - cidr.prefix)) << BigInt(width - cidr.prefix)
  return Array.from({ length: many }, (_, i) => `${printed(start + BigInt(i) * size, cidr.version)}/${prefix}`)
}

function printed(address: bigint, version: 4 | 6): string {
  const [groups, bits] = version === 4 ? [4, 8n] : [8, 16n]
  const parts = Array.from({ length: groups }, (_, i) => (address >> (BigInt(groups - 1 - i) * bits)) & ((1n << bits) - 1n))
  return version === 4 ? parts.join('.') : parts.map((part) => part.toString(16)).join(':')
}

/** Whether every address of one range is in another. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  if (outer.version !== inner.version || outer.prefix > inner.prefix) return false
  const shift = BigInt(widthOf(outer.version) - outer.prefix)
  return outer.address >> shift === inner.address >> shift
}

/** Whether two ranges share an address. */
export const overlap = (a: Cidr, b: Cidr): boolean => contains(a, b) || contains(b, a)
