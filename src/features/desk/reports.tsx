import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, lines, optional, readForm } from '../../platform/forms'
import { type Env, missing } from '../../platform/http'
import type { HoldingName, ReportDecision } from '../../register'
import { decide } from './decide'
import { allHeldFor, openForStaff } from './opening'
import { openingSchema, openingWords } from './opening-form'
import { reportReasons } from './report-form'
import { contentPurposes, found, isModeration, reporterHoldings, reportView } from './report-view'
import { words } from './words'

const here = (c: Context<Env>, id: string, query = '') => c.redirect(`/${c.var.language}/desk/reports/${id}${query}`, 303)

const verdictSchema = (decisions: readonly ReportDecision[]) =>
  z
    .object({
      decision: choice(decisions),
      reason: lines(2000, 10),
      ground: optional(choice(reportReasons)),
      facts: optional(lines(2000, 10)),
    })
    .superRefine(({ decision, ground, facts }, context) => {
      if (decision !== 'removed' && decision !== 'warned') return
      if (!ground) context.addIssue({ code: 'custom', path: ['ground'], message: 'choose' })
      if (!facts) context.addIssue({ code: 'custom', path: ['facts'], message: 'required' })
    })

export const reportPages = new Hono<Env>()
  .get('/desk/reports/:id', async (c) => reportView(c, await found(c)))
  .post('/desk/reports/:id/reading', async (c) => {
    const { viewer, row } = await found(c)
    const { p, language } = c.var
    await openForStaff(p, p.db, viewer, {
      person: row.person_id,
      purpose: 'moderation',
      reason: words(language).notice.readReason,
      holdings: ['report.notice'],
      about: row.id,
    })
    return here(c, row.id)
  })
  .post('/desk/reports/:id/reporter', async (c) => {
    const of = await found(c)
    const { p, language } = c.var
    const { typed } = await readForm(c)
    const checked = check(openingSchema(isModeration), typed, language, openingWords(language))
    if (!checked.ok) return reportView(c, of, { form: 'reporter', typed, errors: checked.errors })
    const { viewer, row } = of
    const account = !row.contact
    await openForStaff(p, p.db, viewer, {
      person: row.person_id,
      purpose: 'moderation',
      reason: checked.values.reason,
      holdings: reporterHoldings(account),
      about: row.id,
    })
    return here(c, row.id)
  })
  .post('/desk/reports/:id/content', async (c) => {
    const of = await found(c)
    const { p, language } = c.var
    const { viewer, row, target, parties } = of
    const holdings: readonly HoldingName[] = target?.open?.holdings ?? []
    if (holdings.length === 0 || parties.length === 0) return here(c, row.id)
    const { typed } = await readForm(c)
    const checked = check(openingSchema(contentPurposes(of)), typed, language, openingWords(language))
    if (!checked.ok) return reportView(c, of, { form: 'content', typed, errors: checked.errors })
    const { purpose, reason } = checked.values
    const held = allHeldFor(holdings, purpose)
    await p.db.transaction().execute(async (trx) => {
      for (const { person } of parties)
        await openForStaff(p, trx, viewer, { person, purpose, reason, holdings: held, about: row.target_id })
    })
    return here(c, row.id)
  })
  .post('/desk/reports/:id/decision', async (c) => {
    const of = await found(c)
    const { p, language } = c.var
    const { viewer, row, affected, decisions, involved } = of
    if (involved) throw missing()
    const { typed } = await readForm(c)
    const checked = check(verdictSchema(decisions), typed, language, words(language).notice.errors)
    if (!checked.ok) return reportView(c, of, { form: 'decision', typed, errors: checked.errors })
    const { ground, facts, ...verdict } = checked.values
    const decided = await decide(p, viewer, row.id, affected, {
      ...verdict,
      ground: ground ?? undefined,
      facts: facts ?? undefined,
    })
    return here(c, row.id, `?decision=${decided ? 'done' : 'already'}`)
  })
