/** One photo in the formats and widths in which it exists, best format first; the last format is for browsers that know no other. */
export type Photo = {
  /** What is to be seen; empty where the words beside it already say so. */
  alt: string
  width: number
  height: number
  files: readonly { type: string; width: number; url: string }[]
}

export type PictureProps = {
  photo: Photo
  /** How wide it is shown, as the `sizes` attribute. */
  sizes: string
  /** The one big picture in view at the start is `eager`. */
  eager?: boolean
}

const srcset = (files: Photo['files']) => files.map(({ url, width }) => `${url} ${width}w`).join(', ')

export const Picture = ({ photo, sizes, eager }: PictureProps) => {
  const types = [...new Set(photo.files.map(({ type }) => type))]
  const last = photo.files.filter(({ type }) => type === types.at(-1))
  const widest = last.reduce((a, b) => (b.width > a.width ? b : a), last[0] ?? { url: '', width: 0 })
  return (
    <picture class="picture">
      {types.slice(0, -1).map((type) => (
        <source type={type} srcset={srcset(photo.files.filter((file) => file.type === type))} sizes={sizes} />
      ))}
      <img
        src={widest.url}
        srcset={last.length > 1 ? srcset(last) : undefined}
        sizes={last.length > 1 ? sizes : undefined}
        width={photo.width}
        height={photo.height}
        alt={photo.alt}
        loading={eager ? undefined : 'lazy'}
        fetchpriority={eager ? 'high' : undefined}
        decoding="async"
      />
    </picture>
  )
}
