import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseCidr, subnetsOf } from '../../src/template/cidr.ts'

describe('parseCidr', () => {
  it.each(['10.0.0.0/16', '0.0.0.0/0', '255.255.255.255/32', '2001:db8::/56', '::/0', '1:2:3:4:5:6:7:8/128'])('%s is a range', (text) => {
    expect(parseCidr(text)).toBeDefined()
  })

  it.each(['10.0.0.0', '10.0.0/8', '10.0.0.256/8', '10.0.0.0/33', '1::2::3/64', '1:2:3/64', '::/129', 'a/8', '', '10.0.0.0/-1'])(
    '"%s" is none',
    (text) => {
      expect(parseCidr(text)).toBeUndefined()
    },
  )
})

describe('subnetsOf', () => {
  it('gives what AWS shows in its examples', () => {
    expect(subnetsOf('192.168.0.0/24', '6', '5')?.slice(0, 2)).toEqual(['192.168.0.0/27', '192.168.0.32/27'])
    expect(subnetsOf('10.0.0.0/16', '2', '')).toEqual(['10.0.0.0/24', '10.0.1.0/24'])
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
