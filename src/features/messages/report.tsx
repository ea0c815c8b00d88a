import { type Context, Hono } from 'hono'
import { days } from '../../platform/clock'
import type { Env } from '../../platform/http'
import { accountsOf } from '../accounts'
import { reportPage } from '../desk'
import { holdThread } from './holding'
import { ownThread } from './own'
import { threadPath } from './paths'
import { holdDays, threadIdShape } from './rules'
import { aboutOf, nameOf } from './view'
import { words } from './words'

/** Reports a conversation, and holds what was written in it: a dispute may need it (GDPR article 17(3)(e)). */
async function reportThread(c: Context<Env>) {
  const { p, language: lang } = c.var
  const { row, side, other } = await ownThread(c)
  const { name } = nameOf(row, side, await accountsOf(p, p.db, [other]), lang)
  const until = new Date(p.clock.now().getTime() + days(holdDays))
  const text = words(lang)
  return reportPage(c, {
    target: 'thread',
    targetId: row.id,
    about: `${name}, ${aboutOf(row, lang)}`,
    note: `${text.reportLead} ${text.reportHold(holdDays)}`,
    back: threadPath(lang, row.public_id),
    also: (db) => holdThread(p, db, row.id, until),
  })
}

const path = `/messages/:thread{${threadIdShape}}/report`
export const reportPages = new Hono<Env>().get(path, reportThread).post(path, reportThread)
