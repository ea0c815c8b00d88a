import { type Context, Hono } from 'hono'
import type { ArticleFacts, DeskTarget, Platform } from '../../platform/feature'
import { type Env, missing, urlOf } from '../../platform/http'
import type { Language } from '../../std/words'
import { formsOf } from '../contact'
import { reportPage } from '../desk'
import { articlesIn, everyHeading, keyOf, pathTo } from '../writing'
import { refuseIn } from './acts'
import { lockReply, replyById } from './queries'
import { words } from './words'

/** Where anybody reports a reply (Digital Services Act, article 16): to the desk; on a site whose desk takes no notices, with its form for complaints. */
export function reportPath(
  p: Platform,
  language: Language,
  { id, article }: { id: string; article: ArticleFacts },
): string | undefined {
  if (p.site.features.includes('moderation')) return `/${language}/replies/${id}/report`
  if (!formsOf(p.site).some(({ slug }) => slug === 'complaint')) return undefined
  // Which reply it is about stands in the form already (article 16(2)(b)).
  const what = words(language).reportOf(urlOf(p, `${article.path}#reply-${id}`))
  return `/${language}/forms/complaint?${new URLSearchParams({ about: 'other', what })}`
}

async function report(c: Context<Env>) {
  const { p, language } = c.var
  if (!p.site.features.includes('moderation')) throw missing()
  const row = await replyById(p.db, c.req.param('id') ?? '', p.clock.now())
  if (row?.state !== 'shown') throw missing()
  const article = (await articlesIn(p, p.db, row.language)).find((one) => keyOf(one) === row.article)
  const { name } = (await p.vault.keys(p.db, [row.person_id])).bind('replies', row)
  if (!article || !name.may('replying')) throw missing()
  const about = `${words(language).by(name.open('replying'))}, ${article.title}`
  return reportPage(c, { target: 'reply', targetId: row.id, about, back: pathTo(article) })
}

const shape = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const path = `/replies/:id{${shape}}/report`
export const reportPages = new Hono<Env>().get(path, report).post(path, report)

/** A reply that was reported, at the desk. Its author gets the reasons, and complains, by the link that they have: no account is needed for that. */
export const reportedReply: DeskTarget = {
  async describe(p, db, id, language) {
    const row = await replyById(db, id, p.clock.now())
    if (!row) return undefined
    const article = (await everyHeading(p, db)).find((one) => keyOf(one) === row.article)
    const text = words(language).desk
    return {
      title: article?.title ?? row.article,
      href: `/${language}/desk/replies/${id}`,
      state: text.states[row.state],
      parties: [],
    }
  },
  acts: ['remove'],
  async act(p, db, id, act, why) {
    if (act !== 'remove' || !why) throw new Error(`a reply has no act ${act} without reasons`)
    const row = await lockReply(db, id)
    if (row) await refuseIn(p, db, row, why)
  },
}
