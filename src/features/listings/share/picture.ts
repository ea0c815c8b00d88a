import sharp from 'sharp'
import { drawable, lettering, widthOf, wrapped } from './lettering'

/** The size that link previews are shown in (Open Graph). */
export const width = 1200
export const height = 630

const ink = '#1b2030'
const soft = '#565a66'
const ground = '#fdfcfa'
const plate = '#1c439f'
const margin = 56
const photoWidth = 560

export type Shared = {
  title: string
  /** "Naamsestraat, 3000 Leuven" */
  place: string
  /** "€ 510" */
  price: string
  /** "per maand, incl. € 60 kosten" */
  priceNote: string
  site: string
  /** A photo of any size; a drawn door where there is none. */
  photo?: Uint8Array
}

/** A door in the colours of the site, for an advert without a photo. */
const door = `<rect x="${width - photoWidth}" width="${photoWidth}" height="${height}" fill="#f3e4c8"/>
<rect x="${width - 400}" y="120" width="240" height="510" rx="10" fill="#1c439f"/>
<rect x="${width - 370}" y="150" width="84" height="190" rx="6" fill="#143378"/><rect x="${width - 274}" y="150" width="84" height="190" rx="6" fill="#143378"/>
<rect x="${width - 370}" y="366" width="84" height="200" rx="6" fill="#143378"/><rect x="${width - 274}" y="366" width="84" height="200" rx="6" fill="#143378"/>
<circle cx="${width - 184}" cy="380" r="14" fill="#f6bd45"/>`

/** The picture of an advert for link previews, as JPEG: what it is, where, what it costs a month, and a photo. */
export async function sharePicture({ title, place, price, priceNote, site, photo }: Shared): Promise<Buffer> {
  const room = width - photoWidth - 2 * margin
  const lines = wrapped(title, 54, 800, room, 3)
  const sign = widthOf(price, 64, 800) + 48
  const below = 150 + lines.length * 64
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
<rect width="${width}" height="${height}" fill="${ground}"/>
${photo ? '' : door}
${lettering(drawable(site, 800), margin, 88, 34, 800, plate)}
${lines.map((line, at) => lettering(line, margin, 176 + at * 64, 54, 800, ink)).join('\n')}
${wrapped(place, 32, 600, room, 1)
  .map((line) => lettering(line, margin, below + 34, 32, 600, soft))
  .join('')}
<rect x="${margin}" y="${height - 206}" width="${sign}" height="92" rx="12" fill="${plate}"/>
${lettering(drawable(price, 800), margin + 24, height - 138, 64, 800, '#ffffff')}
${wrapped(priceNote, 28, 600, room, 1)
  .map((line) => lettering(line, margin, height - 66, 28, 600, soft))
  .join('')}
</svg>`
  const layers = photo
    ? [
        {
          input: await sharp(photo).resize(photoWidth, height, { fit: 'cover', position: 'attention' }).toBuffer(),
          left: width - photoWidth,
          top: 0,
        },
      ]
    : []
  return sharp(Buffer.from(svg)).composite(layers).jpeg({ quality: 82, mozjpeg: true }).toBuffer()
}
