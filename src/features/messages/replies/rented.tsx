import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, errorOf, line, lines, readForm, type Typed, typedOf } from '../../../platform/forms'
import type { Env } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { BackLink, Button, ErrorSummary, Form, Notice, Select, TextArea } from '../../../ui'
import { actOnAdvert } from '../../listings'
import { type OwnAdvert, ownAdvert } from '../own'
import { ownAdvertPath } from '../paths'
import { longest } from '../rules'
import { endViewings } from '../viewings/acts'
import { languagesOf, type OpenReply, openReplies } from './choose'
import { sayFarewell } from './farewell'
import { words } from './words'

const nobody = 'elsewhere'
const names: Record<string, string> = { nl: 'Nederlands', fr: 'français', en: 'English' }
const field = (language: string) => `text-${language}`

/** One text for each language among those who wait, and one for who gets the room. */
const formFor = (replies: readonly OpenReply[]) =>
  z.object({
    winner: line(40),
    'text-winner': lines(longest),
    ...Object.fromEntries(languagesOf(replies).map(([language]) => [field(language), lines(longest)])),
  })

type Trouble = { typed?: Typed; errors?: Errors; winner?: string | undefined }
async function rentedPage(c: Context<Env>, advert: OwnAdvert, replies: readonly OpenReply[], trouble: Trouble = {}) {
  const { language: lang } = c.var
  const { typed, errors = [], winner } = trouble
  const text = words(lang)
  const value = (name: string, otherwise: string) => (typed ? typedOf(typed, name) : otherwise)
  const won = replies.find(({ thread }) => thread.public_id === winner)
  const winnersText = words(won?.language ?? lang).farewells.rented
  const rest = replies.filter((reply) => reply !== won)
  return page(
    c,
    { title: text.rentTitle, errors, noindex: true },
    <>
      <BackLink lang={lang} href={ownAdvertPath(lang, advert.public_id)} text={text.about(advert.title)} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.rentTitle}</h1>
      <div class="measure flow">
        <p class="lead">{text.rentText}</p>
        <Form action={ownAdvertPath(lang, advert.public_id, '/rented')} label={text.rentTitle}>
          {replies.length === 0 ? (
            <>
              <p>{text.noRest}</p>
              <input type="hidden" name="winner" value={nobody} />
              <input type="hidden" name="text-winner" value={winnersText} />
            </>
          ) : (
            <>
              <Select
                lang={lang}
                name="winner"
                label={text.winner}
                value={value('winner', winner ?? nobody)}
                error={errorOf(errors, 'winner')}
                options={[
                  { value: nobody, text: text.elsewhereWinner },
                  ...replies.map(({ thread, name }) => ({ value: thread.public_id, text: name })),
                ]}
              />
              <TextArea
                lang={lang}
                name="text-winner"
                label={text.winnerMessage}
                rows={5}
                maxlength={longest}
                value={value('text-winner', winnersText)}
                error={errorOf(errors, 'text-winner')}
              />
              {languagesOf(replies).map(([language]) => (
                <TextArea
                  lang={lang}
                  name={field(language)}
                  label={text.restMessage(
                    names[language] ?? language,
                    rest.filter((reply) => reply.language === language).length,
                  )}
                  rows={6}
                  maxlength={longest}
                  value={value(field(language), words(language).farewells.elsewhere)}
                  error={errorOf(errors, field(language))}
                />
              ))}
              <Notice>{text.undoText(replies.length)}</Notice>
            </>
          )}
          <Button>{text.rentSend}</Button>
        </Form>
      </div>
    </>,
  )
}

const path = '/messages/adverts/:publicId{[a-z0-9]{12}}/rented'
export const rentedPages = new Hono<Env>()
  .get(path, async (c) => {
    const advert = await ownAdvert(c)
    return rentedPage(c, advert, await openReplies(c, advert), { winner: c.req.query('thread') })
  })
  .post(path, async (c) => {
    const { p, language: lang } = c.var
    const advert = await ownAdvert(c)
    const { typed } = await readForm(c)
    const replies = await openReplies(c, advert)
    const checked = check(formFor(replies), typed, lang)
    const winner = typedOf(typed, 'winner')
    if (!checked.ok) return rentedPage(c, advert, replies, { typed, errors: checked.errors, winner })
    const texts: Record<string, unknown> = checked.values
    await p.db.transaction().execute(async (trx) => {
      await sayFarewell(
        p,
        trx,
        advert.personId,
        replies.map(({ thread, language }) => {
          const won = thread.public_id === winner
          return {
            thread,
            outcome: won ? 'rented' : 'elsewhere',
            reason: null,
            text: String(texts[won ? 'text-winner' : field(language)]),
          }
        }),
      )
      if (replies.length === 0) await endViewings(trx, [], advert.id)
    })
    await actOnAdvert(p, advert.personId, advert.public_id, 'rental')
    return c.redirect(ownAdvertPath(lang, advert.public_id), 303)
  })
