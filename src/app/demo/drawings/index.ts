import sharp from 'sharp'
import { chance } from '../chance'
import { drawBathroom } from './bathroom'
import { drawFacade } from './facade'
import { drawKitchen } from './kitchen'
import { drawPlan } from './plan'
import { drawRoom } from './room'
import type { DrawingSpec, Scene } from './spec'
import { type Defs, defs, height, picture, width } from './svg'

export type { DrawingSpec, RoomLayout, Scene, Surroundings } from './spec'

const scenes: Record<Scene, (store: Defs, spec: DrawingSpec, luck: ReturnType<typeof chance>) => string> = {
  room: drawRoom,
  kitchen: drawKitchen,
  bathroom: drawBathroom,
  facade: drawFacade,
  plan: drawPlan,
}

/** The drawing as SVG of 1600 × 1200: the same for the same spec on every machine, without text, so that no font is needed. */
export const drawing = (spec: DrawingSpec): string => {
  const luck = chance(spec.seed)
  const mirrored = spec.scene !== 'plan' && luck.odds(0.5)
  const store = defs()
  const content = scenes[spec.scene](store, spec, luck)
  return picture(store, content, mirrored)
}

/** The drawing as JPEG, `wide` pixels wide (at most 1600) and three quarters as high. Half the width takes about a third of the time. */
export const renderDrawing = (spec: DrawingSpec, wide = width): Promise<Buffer> =>
  sharp(
    Buffer.from(
      drawing(spec).replace(
        `width="${width}" height="${height}"`,
        `width="${wide}" height="${Math.round((wide * height) / width)}"`,
      ),
    ),
  )
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 85 })
    .toBuffer()
