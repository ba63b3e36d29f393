import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Cidr, contains, overlap, parseCidr, subnetsOf } from '../../src/template/cidr.ts'

describe('parseCidr', () => {
  it.each(['10.0.0.0/16', '0.0.0.0/0', '255.255.255.255/32', '2001:db8::/56', '::/0', '1:2:3:4:5:6:7:8/128'])('%s is a range', (text) => {
    expect(parseCidr(text)).toBeDefined()
  })

  it.each([
    ...['10.0.0.0', '10.0.0/8', '10.0.0.256/8', '10.0.0.0/33', '10.0.0.0/-1', 'a/8', ''],
    ...['x10.0.0.0/8', '10.0.0.0/8x', '10.0.0.0/0008', '10.0..0/8', '10.0.0.1e2/8', '10.0.0.0001/8'],
    ...[
      '1:2:3/64',
      '::/129',
      '1::2::3/64',
      '1:2:3:4::5:6:7:8::9/64',
      '1:2:3:4::5:6:7:8/64',
      '::12345/64',
      '1:2:3:4:5:6:7:8:9/64',
      '::1.2.3.4/96',
    ],
  ])('"%s" is none', (text) => {
    expect(parseCidr(text)).toBeUndefined()
  })

  it('reads the address as a number', () => {
    expect(parseCidr('1.2.3.4/24')).toEqual({ version: 4, address: 0x01020304n, prefix: 24 })
    expect(parseCidr(' 10.0.0.0/8\n')?.address).toBe(0x0a000000n)
    expect(parseCidr('2001:DB8:0:1::ff/64')).toEqual({ version: 6, address: 0x20010db80000000100000000000000ffn, prefix: 64 })
    expect(parseCidr('1:2:3:4:5:6:7:8/128')?.address).toBe(0x00010002000300040005000600070008n)
    expect(parseCidr('1:2:3:4:5:6:7::/112')?.address).toBe(0x00010002000300040005000600070000n)
  })
})

describe('ranges that have to do with each other', () => {
  it.each([
    ['10.0.0.0/16', '10.0.255.0/24', true],
    ['10.0.0.0/16', '10.0.0.0/16', true],
    ['10.0.0.0/16', '10.1.0.0/24', false],
    ['10.0.0.0/24', '10.0.0.0/16', false],
    ['0.0.0.0/0', '10.0.0.0/8', true],
    ['0.0.0.0/0', '::/0', false],
    ['2001:db8::/56', '2001:db8:0:ff::/64', true],
    ['2001:db8::/56', '2001:db8:0:100::/64', false],
    ['2001:db8::/65', '2001:db8::8000:0:0:0/66', false],
  ])('%s contains %s: %s', (outer, inner, expected) => {
    expect(contains(parseCidr(outer) as Cidr, parseCidr(inner) as Cidr)).toBe(expected)
  })

  it('overlap whichever is the larger one', () => {
    const [large, small, other] = ['10.0.0.0/16', '10.0.1.0/24', '10.1.0.0/24'].map((text) => parseCidr(text) as Cidr) as [Cidr, Cidr, Cidr]
    expect([overlap(large, small), overlap(small, large), overlap(small, other), overlap(large, other)]).toEqual([true, true, false, false])
  })
})

describe('subnetsOf', () => {
  it('gives what AWS shows in its examples', () => {
    expect(subnetsOf('192.168.0.0/24', '6', '5')?.slice(0, 2)).toEqual(['192.168.0.0/27', '192.168.0.32/27'])
    expect(subnetsOf('10.0.0.0/16', '2', '')).toEqual(['10.0.0.0/24', '10.0.1.0/24'])
  })

  it('divides IPv6 too', () => {
    expect(subnetsOf('2001:db8:0:1ff::/60', '2', '64')).toEqual(['2001:db8:0:1f0:0:0:0:0/64', '2001:db8:0:1f1:0:0:0:0/64'])
  })

  it('goes to the bounds', () => {
    expect(subnetsOf('10.0.0.0/16', '256', '8')).toHaveLength(256)
    expect(subnetsOf('10.0.0.0/24', '1', '8')).toEqual(['10.0.0.0/24'])
    expect(subnetsOf('10.0.0.7/32', '1', '0')).toEqual(['10.0.0.7/32'])
  })

  it('divides a range into neighbours that lie in it', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 32 - 1 }),
        fc.integer({ min: 0, max: 28 }),
        fc.integer({ min: 1, max: 32 }),
        fc.integer({ min: 1, max: 256 }),
        (address, prefix, bits, count) => {
          const dotted = [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
          const found = subnetsOf(`${dotted}/${prefix}`, String(count), String(bits))
          const fits = 32 - bits >= prefix && 2 ** (32 - bits - prefix) >= count
          expect(found !== undefined).toBe(fits)
          const start = BigInt(Math.floor(address / 2 ** (32 - prefix))) * 2n ** BigInt(32 - prefix)
          for (const [index, one] of (found ?? []).entries()) {
            expect(parseCidr(one)).toEqual({ version: 4, address: start + BigInt(index) * 2n ** BigInt(bits), prefix: 32 - bits })
          }
        },
      ),
    )
  })

  it.each([
    ['10.0.0.0/24', '6', '6'],
    ['10.0.0.0/16', '257', '4'],
    ['10.0.0.0/16', '0', '8'],
    ['10.0.0.0/16', 'a', '8'],
    ['10.0.0.0/16', '4a', '8'],
    ['10.0.0.0/16', 'a4', '8'],
    ['10.0.0.0/16', '', '8'],
    ['10.0.0.0/16', '4', '8a'],
    ['10.0.0.0/16', '4', '-8'],
    ['10.0.0.0/24', '1', '9'],
    ['10.0.0.0/16', '4', '40'],
    ['2001:db8::/56', '4', ''],
    ['nothing', '4', '8'],
  ])('%s by %s of %s is not possible', (block, count, bits) => {
    expect(subnetsOf(block, count, bits)).toBeUndefined()
  })

  it('says nothing of what is not known', () => {
    expect(subnetsOf(undefined, '4', '8')).toBeUndefined()
    expect(subnetsOf('10.0.0.0/16', undefined, '8')).toBeUndefined()
    expect(subnetsOf('10.0.0.0/16', '4', undefined)).toBeUndefined()
  })
})
