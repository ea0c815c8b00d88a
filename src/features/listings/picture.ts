import type { Photo } from '../../ui'

/** The formats, best first, and the widths in pixels in which a photo lies in the file store; no wider than it is. */
export const photoFormats = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const
export const photoWidths = [400, 800, 1600] as const

/** The widths that exist of a photo this wide: at least the smallest. */
export const widthsOf = (width: number): number[] => photoWidths.filter((size, at) => at === 0 || size <= width)

/** A photo as a page shows it. */
export const photoOf = ({ path, width, height }: { path: string; width: number; height: number }, alt: string): Photo => ({
  alt,
  width,
  height,
  files: Object.entries(photoFormats).flatMap(([extension, type]) =>
    widthsOf(width).map((size) => ({ type, width: size, url: `/photos/${path}/${size}.${extension}` })),
  ),
})
