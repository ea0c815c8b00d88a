export const scenes = ['room', 'kitchen', 'bathroom', 'facade', 'plan'] as const
export type Scene = (typeof scenes)[number]

export const moods = ['morning', 'warm', 'dawn', 'evening', 'rain'] as const
export type Mood = (typeof moods)[number]

/** Where the home stands decides the houses drawn outside and the view from the window. */
export const surroundings = ['flanders', 'brussels', 'wallonia', 'canal'] as const
export type Surroundings = (typeof surroundings)[number]

export const roomLayouts = ['bed', 'corner', 'attic', 'desk', 'loft', 'living', 'studio', 'bay'] as const
export type RoomLayout = (typeof roomLayouts)[number]

/** All that a drawing is made from. `home` chooses what the pictures of one advert have in common (colours, floor), `seed` the rest. */
export type DrawingSpec = {
  scene: Scene
  home: number
  seed: number
  mood: Mood
  surroundings: Surroundings
  layout: RoomLayout
  sizeM2: number
  ownBath: boolean
}
