import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { demoAdverts } from '../adverts'
import { figures } from './digits'
import { type DrawingSpec, drawing, renderDrawing } from './index'
import { moods, roomLayouts, scenes, surroundings } from './spec'

const spec = (part: Partial<DrawingSpec> = {}): DrawingSpec => ({
  scene: 'room',
  home: 3,
  seed: 8,
  mood: 'warm',
  surroundings: 'flanders',
  layout: 'bed',
  sizeM2: 16,
  ownBath: false,
  ...part,
})

/** Opens and closes every element once; attributes are all quoted. */
const wellFormed = (svg: string): boolean => {
  const open: string[] = []
  for (const [, closing, name = '', rest = ''] of svg.matchAll(/<(\/?)([a-zA-Z]+)((?:\s+[a-zA-Z:-]+="[^"<]*")*\s*\/?)>/g))
    if (closing) {
      if (open.pop() !== name) return false
    } else if (!rest.endsWith('/')) open.push(name)
  return open.length === 0 && svg.replace(/<\/?[a-zA-Z]+(?:\s+[a-zA-Z:-]+="[^"<]*")*\s*\/?>/g, '') === ''
}

describe('drawings', () => {
  test('are the same for the same spec, and others for another seed', () => {
    expect(drawing(spec())).toBe(drawing(spec()))
    expect(drawing(spec({ seed: 9 }))).not.toBe(drawing(spec()))
    expect(drawing(spec({ home: 4 }))).not.toBe(drawing(spec()))
  })

  test('are well-formed, without text, fonts, links or numbers that are none, in every scene, light and place', () => {
    for (const scene of scenes)
      for (const mood of moods)
        for (const around of surroundings)
          for (const layout of scene === 'room' ? roomLayouts : (['bed'] as const)) {
            const svg = drawing(
              spec({
                scene,
                mood,
                surroundings: around,
                layout,
                seed: scene.length * 7 + layout.length,
                ownBath: true,
                sizeM2: mood === 'rain' ? 52 : 19,
              }),
            )
            expect(wellFormed(svg), `${scene} ${layout} ${mood}`).toBe(true)
            expect(svg).not.toMatch(/NaN|Infinity|undefined|<text|font|href=/)
            expect(svg.length).toBeGreaterThan(5_000)
          }
  })

  test('refer only to what they define', () => {
    for (let seed = 0; seed < 40; seed++) {
      const svg = drawing(spec({ seed, scene: scenes[seed % scenes.length], layout: roomLayouts[seed % roomLayouts.length] }))
      for (const [, id] of svg.matchAll(/url\(#(\w+)\)/g)) expect(svg).toContain(`id="${id}"`)
    }
  })

  test('of all adverts differ, and each advert has three to six', () => {
    const adverts = demoAdverts(Temporal.PlainDate.from('2026-11-21'))
    for (const { photos } of adverts) {
      expect(photos.length).toBeGreaterThanOrEqual(3)
      expect(photos.length).toBeLessThanOrEqual(6)
    }
    const specs = adverts.flatMap(({ photos }) => photos)
    expect(new Set(specs.map(({ scene, home, seed }) => `${scene} ${home} ${seed}`)).size).toBe(specs.length)
    const some = specs.filter((_, index) => index % 3 === 0)
    expect(new Set(some.map(drawing)).size).toBe(some.length)
  })

  test('of neighbouring cards show different rooms', () => {
    const firsts = demoAdverts(Temporal.PlainDate.from('2026-11-21')).map(
      ({ photos: [photo] }) => `${photo?.scene} ${photo?.layout} ${photo?.home}`,
    )
    for (let page = 0; page + 24 <= firsts.length; page += 24) expect(new Set(firsts.slice(page, page + 24)).size).toBe(24)
  })

  test('become JPEG of 1600 × 1200 or smaller, in many colours', async () => {
    const large = sharp(await renderDrawing(spec()))
    expect(await large.metadata()).toMatchObject({ format: 'jpeg', width: 1600, height: 1200 })
    const small = await renderDrawing(spec(), 800)
    expect(await sharp(small).metadata()).toMatchObject({ width: 800, height: 600 })
    expect((await large.stats()).entropy).toBeGreaterThan(3)
  })

  test('write figures as lines, each with its own', () => {
    const drawn = [...'0123456789,m²'].map((letter) => figures(letter, 0, 0, 20, '#000000'))
    expect(new Set(drawn).size).toBe(13)
    expect(figures('14', 0, 0, 20, '#000000').match(/<path/g)).toHaveLength(2)
  })
})
