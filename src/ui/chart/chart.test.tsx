import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Columns, Shares, scaleOver } from './chart'

const html = async (node: unknown) => String(await String(node))

test('a scale ends at a round number that everything fits under, and is not twice as long as it need be', () => {
  expect([[], [7], [13], [130], [1240], [990], [9500]].map(scaleOver)).toEqual([10, 10, 16, 160, 1600, 1000, 10_000])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1 }), (values) => {
      const [top, most] = [scaleOver(values), Math.max(...values)]
      expect(top).toBeGreaterThanOrEqual(most)
      if (most > 10) expect(top).toBeLessThan(2 * most)
      expect(Number.isInteger(top / 2)).toBe(true)
    }),
  )
})

test('a column is as high as its part of the scale; none is drawn as a line on the ground', async () => {
  const shown = await html(<Columns values={[0, 50, 100]} from="a" until="b" say={String} />)
  expect([...shown.matchAll(/<rect[^>]*y="([\d.]+)"[^>]*height="([\d.]+)"/g)].map(([, y, height]) => [y, height])).toEqual([
    ['99.2', '0.8'],
    ['50.0', '50.0'],
    ['0.0', '100.0'],
  ])
  expect(shown).toMatch(/^<div class="chart" aria-hidden="true">.*<span>100<\/span><span>50<\/span><span>0<\/span>/s)
})

test('a bar is as long as its part of the greatest, and its number stands beside it', async () => {
  const rows = [
    { name: 'Home', n: 200, said: '200' },
    { name: 'Rooms', n: 50, said: '50' },
    { name: 'Contact', n: 0, said: 'under 10' },
  ]
  const shown = await html(<Shares id="x" caption="Pages" of="Page" count="Views" rows={rows} />)
  expect([...shown.matchAll(/<rect width="([\d.]+)"/g)].map(([, width]) => width)).toEqual(['100.0', '25.0'])
  expect(
    shown
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ).toBe('Pages Page Views Home 200 Rooms 50 Contact under 10')
  expect(await html(<Shares id="x" caption="Pages" of="Page" count="Views" rows={[]} />)).toContain('<tbody></tbody>')
})
