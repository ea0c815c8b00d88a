import type { Chance } from './chance'
import type { DrawingSpec, RoomLayout, Scene, Surroundings } from './drawings'
import type { Advertised } from './write'

const moods = ['morning', 'morning', 'warm', 'warm', 'dawn', 'evening', 'rain'] as const

const layoutsOf = ({ kind, kitchen }: Advertised, attic: boolean): readonly RoomLayout[] => {
  if (attic && kind !== 'apartment') return ['attic']
  if (kind === 'apartment') return ['living', 'bay', 'bed']
  if (kind === 'studio' || kitchen === 'own') return ['studio', 'living', 'loft', 'corner']
  return ['bed', 'corner', 'desk', 'loft', 'bay']
}

/** Three to six drawings of one home, first what stands on the card. They share its colours and its light. */
export const photosOf = (advert: Advertised, surroundings: Surroundings, attic: boolean, luck: Chance): DrawingSpec[] => {
  const mood = luck.one(moods)
  const layouts = luck.shuffled(layoutsOf(advert, attic))
  const first = layouts[0] ?? 'bed'
  const others = luck.shuffled<Scene>(['kitchen', 'bathroom', 'facade', 'plan'])
  const rooms: Scene[] = luck.odds(0.5) ? ['room', 'room'] : ['room']
  const scenes = [
    ...(luck.odds(0.07) ? (['facade', ...rooms] as const) : rooms),
    ...others.filter((scene, place) => scene === 'plan' || place < 3),
  ]
  return [...new Map(scenes.map((scene, place) => [scene === 'room' ? `room${place}` : scene, scene])).values()]
    .slice(0, luck.whole(3, 6))
    .map((scene, place) => ({
      scene,
      home: advert.index * 13 + 5,
      seed: advert.index * 10 + place + 1,
      mood: scene === 'facade' ? luck.one(moods) : mood,
      surroundings,
      layout: place === 0 || attic ? first : (layouts[place % layouts.length] ?? first),
      sizeM2: advert.sizeM2,
      ownBath: advert.bath === 'own',
    }))
}
