import { type Context, Hono } from 'hono'
import { type Errors, fieldsOf, readForm, type Typed, typedOf } from '../../../platform/forms'
import { atDesk, type Env, missing } from '../../../platform/http'
import type { Language } from '../../../std/words'
import { momentIn } from '../../../std/written'
import {
  BackLink,
  Button,
  ButtonRow,
  Confirm,
  DateInput,
  ErrorSummary,
  Facts,
  Form,
  LinkButton,
  Notice,
  Radios,
  TextInput,
} from '../../../ui'
import { deskPage } from '../../desk'
import { mayWrite, momentOf, Written } from '../../writing'
import { articleNow, saidIn, stateOfLetter, tens } from '../letters'
import { paths } from '../paths'
import { deleteLetter, deliveriesOf, type Letter, letterById, lockLetter, subscribersByLanguage, updateLetter } from '../queries'
import { words } from '../words'
import { StateTag, speaks } from './list'

async function letterHere(c: Context<Env>): Promise<Letter> {
  const id = c.req.param('id') ?? ''
  const found = /^[0-9a-f-]{36}$/.test(id) ? await letterById(c.var.p.db, id) : undefined
  if (!found) throw missing()
  return found
}

const when = (at: Date, lang: Language) => momentIn(at.getTime(), lang)

/** When it leaves: at once or at a moment. Whoever presses has read what it says, and to how many it goes. */
const SendForm = ({ lang, id, typed, errors }: { lang: Language; id: string; typed: Typed; errors: Errors }) => {
  const text = words(lang).desk
  const field = fieldsOf(lang, typed, errors)
  return (
    <Form action={`${paths(lang).letter(id)}/sending`}>
      <Radios
        {...field('when')}
        label={text.when}
        options={[
          { value: 'now', text: text.now, hint: text.nowHint },
          {
            value: 'later',
            text: text.later,
            more: (
              <>
                <DateInput {...field('day')} label={text.day} />
                <TextInput {...field('time')} label={text.time} hint={text.zone} width={5} />
              </>
            ),
          },
        ]}
      />
      <Button>{text.send}</Button>
    </Form>
  )
}

async function letterPage(c: Context<Env>, typed: Typed = {}, errors: Errors = []) {
  const viewer = atDesk(c, mayWrite)
  const { p, language: lang } = c.var
  const letter = await letterHere(c)
  const text = words(lang).desk
  const said = await saidIn(p, p.db, letter)
  const state = stateOfLetter(letter)
  const many =
    state === 'draft' || state === 'scheduled'
      ? (await subscribersByLanguage(p.db)).get(letter.language)
      : await deliveriesOf(p.db, letter.id)
  const at = paths(lang).letter(letter.id)
  const title = said?.title ?? text.gone
  return deskPage(
    c,
    viewer,
    { title, errors },
    <>
      <BackLink lang={lang} href={paths(lang).desk} />
      <ErrorSummary lang={lang} errors={errors} />
      {c.req.query('tested') !== undefined && (
        <Notice tone="success" live>
          {text.tested}
        </Notice>
      )}
      <h1>{title}</h1>
      <p>
        <StateTag lang={lang} state={state} />
      </p>
      <Facts
        facts={[
          { label: text.column.language, value: speaks(lang, letter.language) },
          { label: state === 'leaving' || state === 'sent' ? text.gotBy : text.readers, value: text.about(tens(many ?? 0)) },
          ...(letter.send_at ? [{ label: text.column.at, value: when(letter.began_at ?? letter.send_at, lang) }] : []),
        ]}
      />
      {(state === 'leaving' || state === 'sent') && <p class="soft small">{text.untracked}</p>}
      {state === 'draft' && said && <SendForm lang={lang} id={letter.id} typed={typed} errors={errors} />}
      <ButtonRow>
        {said && (
          <Form action={`${at}/test`}>
            <Button variant="secondary">{text.test}</Button>
          </Form>
        )}
        {state === 'scheduled' && (
          <Form action={`${at}/withdrawal`}>
            <Button variant="secondary">{text.unschedule}</Button>
          </Form>
        )}
        {state === 'draft' && (
          <LinkButton variant="quiet" href={`${at}/removal`} icon="trash">
            {text.remove}
          </LinkButton>
        )}
      </ButtonRow>
      <section class="flow" aria-labelledby="letter-said">
        <h2 id="letter-said">{text.said}</h2>
        {said ? (
          <>
            <p class="soft small">{state === 'draft' || state === 'scheduled' ? text.asArticle : text.asSent}</p>
            <div class="editor-preview">
              <Written p={p} text={said} level={2} />
            </div>
          </>
        ) : (
          <Notice tone="warning">{text.goneText}</Notice>
        )}
      </section>
    </>,
  )
}

/** Changes a letter that has not begun to leave, while nobody else does. */
const change = (c: Context<Env>, id: string, set: { send_at: Date | null }) =>
  c.var.p.db.transaction().execute(async (trx) => {
    const letter = await lockLetter(trx, id)
    if (letter && !letter.began_at) await updateLetter(trx, id, set)
  })

/** A letter at the desk: read, tried on oneself, sent now or later. */
export const letterPages = new Hono<Env>()
  .get('/desk/letters/:id', (c) => letterPage(c))
  .post('/desk/letters/:id/sending', async (c) => {
    atDesk(c, mayWrite)
    const { p, language: lang } = c.var
    const letter = await letterHere(c)
    const { typed } = await readForm(c)
    const text = words(lang).desk
    const chosen = (['now', 'later'] as const).find((one) => one === typedOf(typed, 'when'))
    if (!chosen) return letterPage(c, typed, [{ name: 'when', message: text.errors.when }])
    const later = momentOf(typedOf(typed, 'day'), typedOf(typed, 'time'))
    const now = p.clock.now()
    if (chosen === 'later' && (!later || later <= now)) return letterPage(c, typed, [{ name: 'day', message: text.errors.day }])
    if (!(await articleNow(p, p.db, letter))) throw missing()
    await change(c, letter.id, { send_at: chosen === 'later' && later ? later : now })
    return c.redirect(paths(lang).letter(letter.id), 303)
  })
  .post('/desk/letters/:id/withdrawal', async (c) => {
    atDesk(c, mayWrite)
    const { id } = await letterHere(c)
    await change(c, id, { send_at: null })
    return c.redirect(paths(c.var.language).letter(id), 303)
  })
  .post('/desk/letters/:id/test', async (c) => {
    const viewer = atDesk(c, mayWrite)
    const { p, language } = c.var
    const { id } = await letterHere(c)
    await p.limits.count('newsletter.test', viewer.personId, 20, 3600)
    await p.db.transaction().execute((trx) => p.mail.queue(trx, viewer.personId, 'newsletter.test', { letter: id }))
    return c.redirect(`${paths(language).letter(id)}?tested`, 303)
  })
  .get('/desk/letters/:id/removal', async (c) => {
    const viewer = atDesk(c, mayWrite)
    const { p, language: lang } = c.var
    const letter = await letterHere(c)
    const text = words(lang).desk
    const at = paths(lang).letter(letter.id)
    return deskPage(
      c,
      viewer,
      { title: text.remove },
      <>
        <BackLink lang={lang} href={at} />
        <h1>{(await saidIn(p, p.db, letter))?.title ?? text.gone}</h1>
        <Confirm
          title={text.remove}
          action={`${at}/removal`}
          hidden={{ sure: '1' }}
          confirm={text.remove}
          cancel={{ href: at, text: text.cancel }}
          danger
        >
          <p>{text.removeSure}</p>
        </Confirm>
      </>,
    )
  })
  .post('/desk/letters/:id/removal', async (c) => {
    atDesk(c, mayWrite)
    const { p, language: lang } = c.var
    const letter = await letterHere(c)
    const { typed } = await readForm(c)
    if (typedOf(typed, 'sure') === '') return c.redirect(`${paths(lang).letter(letter.id)}/removal`, 303)
    // What began to leave is what people received: it stays to be read.
    if (!letter.began_at) await deleteLetter(p.db, letter.id)
    return c.redirect(paths(lang).desk, 303)
  })
