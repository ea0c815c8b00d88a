/** An address as who measures visits may know it: a page of ours without what stands behind the question mark, of another site its host alone. */
export const withoutQuestion = (url: string): string => {
  if (!URL.canParse(url)) return ''
  const { origin, pathname, host } = new URL(url)
  return host === location.host ? origin + pathname : origin
}
