import type { Example } from '../example'
import { type Photo, Picture } from './picture'

const room = (width: number, type: string, ending: string) => ({ type, width, url: `/dev/ui/room-${width}.${ending}` })

export const photo: Photo = {
  alt: 'A desk under the window, a bed along the wall',
  width: 960,
  height: 640,
  files: [
    room(480, 'image/avif', 'avif'),
    room(960, 'image/avif', 'avif'),
    room(480, 'image/webp', 'webp'),
    room(960, 'image/webp', 'webp'),
    room(480, 'image/jpeg', 'jpg'),
    room(960, 'image/jpeg', 'jpg'),
  ],
}

export const examples: Example[] = [
  { name: 'Three formats, two widths', node: <Picture photo={photo} sizes="(min-width: 48em) 30rem, 100vw" /> },
]
