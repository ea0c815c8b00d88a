import MarkdownIt, { type Env, type Token } from 'markdown-it'
import { type Photo, Picture } from '../../ui'

/** The most signs of a text. */
export const longest = 100_000

/** Elsewhere, a mailbox, a telephone, or a path of ours: "//elsewhere" is none, and a script is no link. */
const leads = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))/i

const reader = new MarkdownIt({ html: false, linkify: true, maxNesting: 20 })
reader.linkify.set({ fuzzyLink: false })
reader.validateLink = (url) => leads.test(url)

/** The page has the one `h1`, and no heading is more than one level below the one before. */
reader.core.ruler.push('headings', ({ tokens }) => {
  let level = 1
  for (const token of tokens)
    if (token.type === 'heading_open') {
      level = Math.min(Math.max(2, Number(token.tag.slice(1))), level + 1)
      token.tag = `h${level}`
    } else if (token.type === 'heading_close') token.tag = `h${level}`
})

/** What stands at a path of a picture of ours. */
export type Pictures = (path: string) => Omit<Photo, 'alt'> | undefined
const pictureOf = (env: Env | undefined, token: Token | undefined): ReturnType<Pictures> =>
  typeof env?.pictures === 'function' ? env.pictures(String(token?.attrGet('src'))) : undefined

const isBlank = ({ type, content }: Token) => type === 'softbreak' || (type === 'text' && content.trim() === '')

/** A paragraph of nothing but links in bold is a row of buttons; one of nothing but a picture is that picture, with its title below it. */
reader.core.ruler.push('paragraphs', ({ tokens, env }) => {
  for (const [at, { type, children }] of tokens.entries()) {
    const [open, close] = [tokens[at - 1], tokens[at + 1]]
    if (type !== 'inline' || open?.type !== 'paragraph_open' || !children) continue
    const said = children.filter((child) => !isBlank(child))
    const kinds = said.map((child) => child.type).join(' ')
    if (/^(?:strong_open link_open (?:text )+link_close strong_close ?)+$/.test(kinds)) {
      open.attrSet('class', 'button-row')
      const buttons = said.filter((child) => !child.type.startsWith('strong'))
      for (const [n, link] of buttons.filter((child) => child.type === 'link_open').entries())
        link.attrSet('class', n === 0 ? 'button button-primary' : 'button button-secondary')
      children.splice(0, children.length, ...buttons)
    }
    if (close && kinds === 'image' && pictureOf(env, said[0])) {
      open.tag = 'figure'
      close.tag = 'figure'
    }
  }
})

// A policy of ours refuses styles in attributes.
for (const cell of ['th_open', 'td_open'])
  reader.renderer.rules[cell] = (tokens, at, options, _env, self) => {
    const token = tokens[at]
    const isNumber = /right/.test(String(token?.attrGet('style')))
    if (token) token.attrs = isNumber ? [['class', 'numeric']] : null
    return self.renderToken(tokens, at, options)
  }
// Whoever has no mouse can scroll what is wider than the screen.
reader.renderer.rules.table_open = () => '<div class="written-wide" tabindex="0"><table>'
reader.renderer.rules.table_close = () => '</table></div>'
const block = (content: string) =>
  `<pre class="written-wide" tabindex="0"><code>${reader.utils.escapeHtml(content)}</code></pre>\n`
reader.renderer.rules.fence = (tokens, at) => block(tokens[at]?.content ?? '')
reader.renderer.rules.code_block = (tokens, at) => block(tokens[at]?.content ?? '')

// A picture from elsewhere would show elsewhere who reads this: what is not ours is said in its words.
reader.renderer.rules.image = (tokens, at, options, env, self) => {
  const token = tokens[at]
  const alt = self.renderInlineAsText(token?.children ?? [], options, env)
  const found = pictureOf(env, token)
  if (!found) return reader.utils.escapeHtml(alt)
  const title = String(token?.attrGet('title') ?? '')
  const picture = String(<Picture photo={{ ...found, alt }} sizes="(min-width: 42rem) 40rem, 92vw" />)
  return title ? `${picture}<figcaption>${reader.utils.escapeHtml(title)}</figcaption>` : picture
}

/** HTML of a text in Markdown: nothing in it runs or loads from elsewhere, whoever wrote it. */
export const htmlOf = (markdown: string, pictures: Pictures): string => reader.render(markdown.slice(0, longest), { pictures })

/** The same, in parts: what comes before the first heading of the second level, and each of those with what is below it. */
export const partsOf = (markdown: string, pictures: Pictures): string[] =>
  htmlOf(markdown, pictures)
    // No text can hold this sign: it is written as `&lt;`.
    .split(/(?=<h2>)/)
    .filter((part) => part.trim() !== '')
