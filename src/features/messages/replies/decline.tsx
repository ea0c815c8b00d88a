import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, fieldsOf, line, optional, readForm, type Typed, typedOf } from '../../../platform/forms'
import type { Env } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { listIn } from '../../../std/written'
import { BackLink, Button, ErrorSummary, Form, Notice, Radios, TextInput } from '../../../ui'
import { type OwnAdvert, ownAdvert } from '../own'
import { ownAdvertPath } from '../paths'
import { languagesOf, type OpenReply, openReplies } from './choose'
import { sayFarewell } from './farewell'
import { reasons } from './status'
import { words } from './words'

const form = z.object({ reason: choice(reasons), line: optional(line(300)) })

const among = (replies: readonly OpenReply[], named: readonly string[]) =>
  replies.filter(({ thread }) => named.includes(thread.public_id))
const namedIn = (typed: Typed): string[] => [typed.thread ?? []].flat()

async function declinePage(
  c: Context<Env>,
  advert: OwnAdvert,
  chosen: readonly OpenReply[],
  typed: Typed = {},
  errors: Errors = [],
) {
  const { language: lang } = c.var
  const text = words(lang)
  const names = chosen.map(({ name }) => name)
  const field = fieldsOf(lang, typed, errors)
  return page(
    c,
    { title: text.decline, errors, noindex: true },
    <>
      <BackLink lang={lang} href={ownAdvertPath(lang, advert.public_id)} text={text.about(advert.title)} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.decline}</h1>
      {chosen.length === 0 ? (
        <p>{text.nobody}</p>
      ) : (
        <div class="measure flow">
          <p class="lead">{text.declineTo(listIn(names, lang))}</p>
          <Form action={ownAdvertPath(lang, advert.public_id, '/farewell')} label={text.decline}>
            {chosen.map(({ thread }) => (
              <input type="hidden" name="thread" value={thread.public_id} />
            ))}
            <Radios
              {...field('reason')}
              label={text.reason}
              hint={text.reasonHint}
              options={reasons.map((value) => ({ value, text: text.reasons[value] }))}
            />
            <TextInput {...field('line')} label={text.line} hint={text.lineHint} optional maxlength={300} />
            <Notice>{text.undoText(chosen.length)}</Notice>
            <Button icon="message">{text.send}</Button>
          </Form>
          <h2>{text.preview}</h2>
          {languagesOf(chosen).map(([language]) => (
            <blockquote class="kept-text" lang={language}>
              {words(language).declined(
                reasons.find((one) => one === typedOf(typed, 'reason')) ?? 'other',
                typedOf(typed, 'line') || null,
              )}
            </blockquote>
          ))}
        </div>
      )}
    </>,
  )
}

const path = '/messages/adverts/:publicId{[a-z0-9]{12}}/farewell'
export const declinePages = new Hono<Env>()
  .get(path, async (c) => {
    const advert = await ownAdvert(c)
    return declinePage(c, advert, among(await openReplies(c, advert), c.req.queries('thread') ?? []))
  })
  .post(path, async (c) => {
    const { p, language: lang } = c.var
    const advert = await ownAdvert(c)
    const { typed } = await readForm(c)
    const chosen = among(await openReplies(c, advert), namedIn(typed))
    const checked = check(form, typed, lang)
    if (!checked.ok) return declinePage(c, advert, chosen, typed, checked.errors)
    const { reason, line: more } = checked.values
    await p.db.transaction().execute((trx) =>
      sayFarewell(
        p,
        trx,
        advert.personId,
        chosen.map(({ thread, language }) => ({
          thread,
          outcome: 'declined',
          reason,
          text: words(language).declined(reason, more),
        })),
      ),
    )
    return c.redirect(ownAdvertPath(lang, advert.public_id), 303)
  })
