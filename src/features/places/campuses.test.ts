import { describe, expect, it } from 'vitest'
import { metresBetween } from '../../std/geo'
import { allCampuses, campusById, campusLabel } from './campuses'
import { belgianCampuses } from './gazetteer/campuses.be'
import { dutchCampuses } from './gazetteer/campuses.nl'
import { institutions } from './gazetteer/institutions'
import { isPlausible } from './places'
import { findCampuses } from './suggest'

const rows = [...belgianCampuses, ...dutchCampuses]

describe('the campuses', () => {
  it('are many, each with an id of its own', () => {
    expect(allCampuses().length).toBe(rows.length)
    expect(rows.length).toBeGreaterThanOrEqual(90)
    expect(rows.filter(({ id }) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toEqual([])
  })

  it('lie in or near their place, on land, with an accuracy that says what is known', () => {
    const far = allCampuses().filter(({ point, place }) => metresBetween(point, place.point) > 15_000 || !isPlausible(point))
    expect(far).toEqual([])
    expect(rows.filter(({ accuracy }) => accuracy < 100 || accuracy > 1500)).toEqual([])
  })

  it('are nearer to their own place than a typing error in a coordinate would leave them', () => {
    const away = allCampuses().filter(({ point, place }) => metresBetween(point, place.point) > 10_000)
    expect(away.map(({ id }) => id)).toEqual([])
  })

  it('belong to every institution that is listed', () => {
    const used = new Set<string>(rows.map(({ institution }) => institution))
    expect(Object.keys(institutions).filter((id) => !used.has(id))).toEqual([])
  })

  it.each(allCampuses().map((campus) => [campus.id, campus] as const))('%s is found by every name it has', (_, campus) => {
    const everyName = [...Object.values(campus.names), ...campus.also]
    const lost = everyName.filter((name) => !findCampuses(name, Number.POSITIVE_INFINITY).includes(campus))
    expect(lost).toEqual([])
  })

  it('are labelled with their town where the name does not say it', () => {
    const label = (id: string) => campusLabel(campusById(id) ?? expect.fail(id), 'fr')
    expect(label('ugent-tweekerken')).toBe('UGent Campus Tweekerken, Gand')
    expect(label('uclouvain-lln')).toBe('UCLouvain Louvain-la-Neuve')
    expect(label('tu-delft')).toBe('TU Delft Campus')
  })
})
