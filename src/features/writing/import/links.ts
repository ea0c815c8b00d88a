import { formerPath } from '../former'

const isUpload = (path: string) => /\/wp-content\/uploads\//.test(path)
export const urlOf = (href: string, base: string): URL | undefined =>
  URL.canParse(href, URL.canParse(base) ? base : undefined) ? new URL(href, URL.canParse(base) ? base : undefined) : undefined

const hostOf = (url: URL | undefined): string => url?.host.replace(/^www\./, '') ?? ''

/** Where the links of a text lead from now on: what was on the same site stays on ours, at the address of before, from which people are led on. */
export const leadingOn =
  (site: string, here: string, left: (what: string) => void) =>
  (href: string): string | undefined => {
    // Places within a page have no names with us.
    if (href === '' || href.startsWith('#')) return undefined
    const url = urlOf(href, here || site)
    if (url && /^(?:mailto|tel):$/.test(url.protocol)) return url.href
    if (!url || !/^https?:$/.test(url.protocol)) {
      left(url ? url.protocol : href.slice(0, 40))
      return undefined
    }
    if (hostOf(url) !== hostOf(urlOf(site, ''))) return url.href
    if (isUpload(url.pathname)) {
      // Of a picture that was a link to itself the picture is enough.
      if (/\.(?:jpe?g|png|gif|webp|avif|heic|svg)$/i.test(url.pathname)) return undefined
      left(url.pathname)
      return url.href
    }
    return url.pathname.replace(/^\/+/, '/') + url.search + url.hash
  }

/** The addresses at which a text was before. */
export const addressesOf = (link: string, guid: string, id: string): string[] => {
  const urls = [urlOf(link, ''), urlOf(guid, ''), /^\d{1,12}$/.test(id) ? new URL(`http://x/?p=${id}`) : undefined]
  return [...new Set(urls.flatMap((url) => (url && /^https?:$/.test(url.protocol) ? (formerPath(url) ?? []) : [])))].filter(
    (path) => path.length <= 1000,
  )
}
