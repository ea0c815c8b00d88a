import { BlockList, isIP } from 'node:net'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameAt, numberOf, rangesFrom } from './networks'

const four = (at: number) => [24, 16, 8, 0].map((by) => Math.floor(at / 2 ** by) % 256).join('.')
const six = (at: number) => `${[32, 16, 0].map((by) => (Math.floor(at / 2 ** by) % 0x1_0000).toString(16)).join(':')}::`
const firstSix = 0x2000 * 2 ** 32

describe('an address as a number', () => {
  test.each([
    ['0.0.0.1', 1],
    ['1.0.0.0', 16_777_216],
    ['255.255.255.255', 2 ** 32 - 1],
    ['::ffff:1.0.0.0', 16_777_216],
    ['::FFFF:1.0.0.0', 16_777_216],
    ['2000::', firstSix],
    ['2001:6a8:3081::1', 0x2001_06a8_3081],
    ['2001:6A8:3081:1:2:3:4:5', 0x2001_06a8_3081],
    ['2001:6a8::1', 0x2001_06a8_0000],
    ['2001::', 0x2001_0000_0000],
    ['2001::1:2:3:4:5:6', 0x2001_0000_0001],
    ['3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', 0x3fff_ffff_ffff],
  ])('%s', (address, number) => expect(numberOf(address)).toBe(number))

  test.each([
    ...['', 'x', '1.2.3', '1.2.3.256', '1.2.3.4.5', '01.2.3.4', '::1', '::', 'fe80::1', 'fd00::1', '1::1', '2001:db8', '2001:'],
    ...['2001:1:2:3:4:5:6:7:8', '2001:1:2:3:4:5:6:7::', '2001::1::2', '2001:::', '20011::1', '2001:zz::', '2001::1%eth0'],
  ])('none: %s', (other) => expect(numberOf(other)).toBeUndefined())

  test('is one for every address that Node knows of the internet, and for nothing that it does not know', () => {
    const internet = fc.tuple(fc.integer({ min: 0x2000, max: 0x3fff }), fc.ipV6()).map(([first, rest]) => {
      const [head, ...tail] = rest.split(':')
      return head === '' || rest.includes('.') ? `${first.toString(16)}::1` : [first.toString(16), ...tail].join(':')
    })
    fc.assert(fc.property(fc.oneof(fc.ipV4(), internet), (address) => isIP(address) > 0 && numberOf(address) !== undefined))
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123f:.') }), (text) => isIP(text) > 0 || numberOf(text) === undefined),
      {
        numRuns: 2000,
      },
    )
  })
})

/** Ranges that meet, leave gaps, and lie in and over one another, of few numbers, in both families. */
const some = fc.array(
  fc.record({ base: fc.constantFrom(0, firstSix), from: fc.nat(60), long: fc.nat(9), name: fc.constantFrom('AA', 'BB', 'CC') }),
  { maxLength: 25 },
)
type Some = Parameters<Parameters<typeof fc.property<[{ base: number; from: number; long: number; name: string }[]]>>[1]>[0]
const write = (base: number, at: number) => (base === 0 ? four(at) : six(base + at))
const linesOf = (ranges: Some) =>
  ranges.map(({ base, from, long, name }) => `${write(base, from)},${write(base, from + long)},${name}`)

describe('the range of an address', () => {
  test('is the one that a search of every line finds', () => {
    fc.assert(
      fc.property(some, (ranges) => {
        const found = rangesFrom(linesOf(ranges))
        const inOrder = ranges.toSorted((a, b) => a.base + a.from - (b.base + b.from))
        for (const base of [0, firstSix])
          for (let at = 0; at < 72; at++) {
            const naive = inOrder.find((one) => one.base === base && one.from <= at && at <= one.from + one.long)?.name
            expect([at, nameAt(found, write(base, at))]).toEqual([at, naive])
          }
      }),
    )
  })

  test('is that of Node’s own lists, for whole networks of both families', () => {
    const list = new BlockList()
    list.addSubnet('193.190.0.0', 15, 'ipv4')
    list.addSubnet('2001:6a8::', 32, 'ipv6')
    const ranges = rangesFrom(['193.190.0.0,193.191.255.255,BE', '2001:6a8::,2001:6a8:ffff:ffff:ffff:ffff:ffff:ffff,BE'])
    const near4 = fc.tuple(fc.integer({ min: 188, max: 194 }), fc.nat(255)).map(([b, c]) => `193.${b}.${c}.7`)
    const near6 = fc.integer({ min: 0x6a6, max: 0x6aa }).map((b) => `2001:${b.toString(16)}:1::7`)
    fc.assert(fc.property(near4, (address) => (nameAt(ranges, address) === 'BE') === list.check(address, 'ipv4')))
    fc.assert(fc.property(near6, (address) => (nameAt(ranges, address) === 'BE') === list.check(address, 'ipv6')))
  })

  test('is none where there are no ranges, and for what is no address', () => {
    expect(nameAt(rangesFrom([]), '1.2.3.4')).toBeUndefined()
    expect(nameAt(rangesFrom(['1.0.0.0,1.0.0.255,AU', '']), 'nonsense')).toBeUndefined()
  })

  test.each(['1.0.0.0', '1.0.0.9,1.0.0.0,AU', '1.0.0.0,1.0.0.255,Australia', '1.0.0.0,1.0.0.255,au', 'a,b,AU', '<html>'])(
    'a line that is none is refused: %s',
    (line) => expect(() => rangesFrom(['1.0.0.0,1.0.0.255,AU', line])).toThrow(RangeError),
  )
})
