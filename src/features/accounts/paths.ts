/** A path of this site to lead somebody to, or undefined: never another host ("//x", "/\x"), never a page that would only lead back. */
export const ownPath = (value: unknown): string | undefined =>
  typeof value === 'string' &&
  value.length <= 500 &&
  /^\/(?:nl|fr|en)(?:[/?][\w\-./?=&%+,:~]*)?$/.test(value) &&
  !/^\/..\/(?:sign-|confirm|new-password|register)/.test(value)
    ? value
    : undefined

/** Adds the way back to a link. */
export const withTo = (href: string, to: string | undefined): string => (to ? `${href}?to=${encodeURIComponent(to)}` : href)

/** A path as it goes into the row of a mail: without its query, which may tell what somebody looks for. */
export const kept = (to: string | undefined): { to?: string } => {
  const path = to?.split('?')[0]
  return path ? { to: path } : {}
}
