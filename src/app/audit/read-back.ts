// Reads the facts back from the HTML of a statement, by their marks, as a stranger with a browser could.

/** By fact ("holding:email.account"), by what is said of it ("keep"): the texts that stand there. `within` names the fact in which it
 *  stands: a purpose in its legal basis. */
export type Read = Record<string, Record<string, string[]>>

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" }
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => entities[name] ?? '')
const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
const alone = /^<(?:area|base|br|col|hr|img|input|link|meta|source)\b|\/>$|^<!/

export function readBack(html: string): Read {
  const read: Read = {}
  const open: { fact: string | undefined; of: string | undefined; item: boolean }[] = []
  const here = (what: 'fact' | 'of') => open.findLast((element) => element[what] !== undefined)?.[what]
  for (const [token] of html.matchAll(/<[^>]+>|[^<]+/g)) {
    if (token.startsWith('</')) open.pop()
    else if (token.startsWith('<')) {
      if (alone.test(token)) continue
      const fact = attribute(token, 'data-fact')
      const of = attribute(token, 'data-of')
      const outer = here('fact')
      open.push({ fact, of: fact === undefined ? of : (of ?? ''), item: token.startsWith('<li') })
      if (fact !== undefined) read[fact] ??= outer ? { within: [outer] } : {}
      const [about, what] = [here('fact'), here('of')]
      // A list has a value for each of its items.
      if (about && what && (of !== undefined || token.startsWith('<li'))) {
        read[about] ??= {}
        read[about][what] ??= []
        if (of === undefined || !token.startsWith('<ul')) read[about][what].push('')
      }
    } else {
      const [about, what] = [here('fact'), here('of')]
      const values = about && what ? read[about]?.[what] : undefined
      if (values && values.length > 0) values.push(`${values.pop()}${plain(token)}`)
    }
  }
  return read
}
