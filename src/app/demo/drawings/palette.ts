import { chance } from '../chance'
import { mix } from './colour'
import type { Mood } from './spec'

type Home = { wall: string; feature: string; floor: string; wood: string; a: string; b: string; c: string; dark: string }

const home = (
  wall: string,
  feature: string,
  floor: string,
  wood: string,
  a: string,
  b: string,
  c: string,
  dark: string,
): Home => ({
  wall: `#${wall}`,
  feature: `#${feature}`,
  floor: `#${floor}`,
  wood: `#${wood}`,
  a: `#${a}`,
  b: `#${b}`,
  c: `#${c}`,
  dark: `#${dark}`,
})

const homes: readonly Home[] = [
  home('f4e5d6', 'd9916f', 'cda376', 'b67f4f', 'd4694c', 'f0c987', '5f7a6b', '4a3b35'),
  home('eaeee2', 'a9bda0', 'd6b98f', 'c79b6a', '6f8f72', 'f2d7a0', 'd98c6a', '37413a'),
  home('e7eff3', '86a9bd', 'd3bd9f', 'b98d60', '3f6d8c', 'f3c26b', 'e9e2d3', '2f3e4a'),
  home('f8f0dd', 'e6be62', 'bf9367', '94693f', 'd79a2b', '4d6a78', 'f2e7d0', '463a30'),
  home('f9ece7', 'e8b9ab', 'dcb992', 'c9966b', 'c9747a', 'f6d9c4', '7a8f86', '4f3d40'),
  home('f1eaf1', 'a48bb0', 'c9a681', 'a97f58', '7c5c8c', 'f0b98d', 'd7cfe3', '3d3346'),
  home('eef0e6', '58806c', 'cba375', 'a1754a', '2f5d4c', 'e2a857', 'f1ead6', '2c3a33'),
  home('f7f5f0', 'e5ddcf', 'e0c39a', 'd6ad7a', '8aa0a8', 'e98b6d', 'f3efe4', '4b4a4a'),
  home('e5f1ef', '5fa5a2', 'd3b38d', 'bb8d5f', 'e27d60', 'f6d186', '3b7d7c', '27474a'),
  home('eeedf8', 'b3b1de', 'd8bd9a', 'c09468', '6e6bb0', 'f4a98a', 'f7dfa5', '3a3957'),
  home('f2eedb', 'a5a566', 'c69f70', '9f7547', '7d7f3f', 'd9794f', 'efe3b8', '40402c'),
  home('fdf2e8', 'f19a7e', 'd9b78d', 'bf8f60', '2f6690', '81c3d7', 'f9d8a8', '2b4257'),
  home('e3dfd9', '666d78', 'b99571', '8d6a48', 'd9a441', 'c8553d', 'e8dfce', '33363d'),
  home('f0f4ea', 'cfe0b8', 'e2c7a0', 'd0a572', 'e58f9b', '86b26f', 'fbe3a4', '3d4a37'),
  home('e8ecf5', '4f6d9a', 'cfae84', 'b5875a', '33507c', 'ef8f6b', 'f4ead2', '26344f'),
  home('f6e9dd', 'b7a690', 'b28a61', '7f5c3c', '8e4a3b', 'd8b26a', '6c7f7c', '3b2f2a'),
]

type Light = { sky: [string, string]; sun: string; ambient: string; share: number; beam: number; lamps: boolean }

const lights: Record<Mood, Light> = {
  morning: { sky: ['#a9d6ee', '#eef7f4'], sun: '#fff6d8', ambient: '#ffffff', share: 0.03, beam: 0.34, lamps: false },
  warm: { sky: ['#f3b884', '#fdebc8'], sun: '#ffd98f', ambient: '#ffb266', share: 0.1, beam: 0.42, lamps: false },
  dawn: { sky: ['#b9b5e2', '#fbd3c6'], sun: '#ffd5c2', ambient: '#d99bc0', share: 0.11, beam: 0.3, lamps: false },
  evening: { sky: ['#1f2a55', '#8a6aa6'], sun: '#f6ecc8', ambient: '#4a2c5e', share: 0.22, beam: 0, lamps: true },
  rain: { sky: ['#93a6b4', '#cfdadd'], sun: '#e4ecee', ambient: '#7d93a3', share: 0.13, beam: 0, lamps: true },
}

/** The colours of one home under one light. `tone` puts any other colour under that light. */
export type Palette = Home & Light & { leaf: string; white: string; metal: string; mood: Mood; tone(colour: string): string }

export const palette = (homeSeed: number, mood: Mood): Palette => {
  const light = lights[mood]
  const tone = (colour: string) => mix(colour, light.ambient, light.share)
  const chosen = chance(homeSeed).one(homes)
  return {
    ...light,
    mood,
    tone,
    wall: tone(chosen.wall),
    feature: tone(chosen.feature),
    floor: tone(chosen.floor),
    wood: tone(chosen.wood),
    a: tone(chosen.a),
    b: tone(chosen.b),
    c: tone(chosen.c),
    dark: tone(chosen.dark),
    leaf: tone('#5c8f62'),
    white: tone('#fbf8f2'),
    metal: tone('#b9bdc1'),
  }
}
