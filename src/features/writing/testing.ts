import type { TestSite } from '../../app/testing'

const elements =
  /^(?:p|h[2-6]|ul|ol|li|a|strong|em|s|code|pre|blockquote|hr|br|table|thead|tbody|tr|th|td|div|figure|figcaption|picture|source|img)$/
const attributes = /^(?:href|src|srcset|sizes|alt|title|class|width|height|loading|decoding|type|tabindex|start)$/
const leads = /^(?:https?:\/\/|mailto:|tel:|\/(?![/\\]))/i

/** What in this HTML is neither a word nor known to do no harm. */
export const dangersIn = (made: string): string[] =>
  [...made.matchAll(/<\/?([^\s>/]*)([^>]*)>/g)].flatMap(([tag, name = '', rest = '']) => {
    const given = [...rest.matchAll(/([^\s="/]+)(?:="([^"]*)")?/g)]
    const isSound =
      elements.test(name) &&
      given.every(([, key = '', value = '']) => attributes.test(key) && (!/^(?:href|src)$/.test(key) || leads.test(value)))
    return isSound ? [] : [tag]
  })

/** A site in whose folder no article stands: each is one that a test wrote. */
export function withoutArticles({ p }: TestSite): void {
  Object.assign(p, { site: { ...p.site, texts: p.site.texts.filter(({ file }) => !file.includes('/articles/')) } })
}
