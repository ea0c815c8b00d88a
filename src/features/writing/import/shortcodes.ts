/** A mark between square brackets, for which WordPress puts something in: a picture with its caption, a form, a gallery. */
const shortcode = /\[(\/?)([a-z][\w-]{0,60})((?:\s[^\]]{0,2000})?)\]/gi
const loaded = /\b(?:src|mp4|m4v|webm|ogv|mp3|m4a|ogg|wav)="(https?:[^"]+)"/i
const inAttribute = (url: string): string => url.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)

export type Putting = {
  /** The addresses of the pictures of a gallery: of those with these ids, or of all that belong to the text. */
  gallery(ids: readonly string[] | undefined): readonly string[]
  /** Told of each mark for which there is nothing here. */
  left(what: string): void
}

/** HTML without the marks of WordPress and its plug-ins. What only looks like one, such as [sic], stays. */
export function withoutShortcodes(html: string, { gallery, left }: Putting): string {
  const closed = new Set([...html.matchAll(/\[\/([a-z][\w-]{0,60})\]/gi)].map(([, name = '']) => name.toLowerCase()))
  return html.replace(shortcode, (mark, slash: string, called: string, given: string) => {
    const name = called.toLowerCase()
    if (!closed.has(name) && !given.includes('=') && name !== 'gallery') return mark
    if (/^(?:wp_)?caption$/.test(name)) return slash ? '</figure>' : '<figure>'
    if (name === 'embed') return ''
    if (name === 'gallery') {
      const ids = /\bids="([\d,\s]*)"/
        .exec(given)?.[1]
        ?.split(',')
        .map((id) => id.trim())
      return gallery(ids)
        .map((src) => `<p><img src="${inAttribute(src)}"></p>`)
        .join('')
    }
    const url = /^(?:audio|video)$/.test(name) ? loaded.exec(given)?.[1] : undefined
    if (url) return `<${name} src="${inAttribute(url)}"></${name}>`
    if (!slash) left(`[${name}]`)
    return ''
  })
}
