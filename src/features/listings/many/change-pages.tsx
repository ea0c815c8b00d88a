import { type Context, Hono } from 'hono'
import { dayOf } from '../../../platform/clock'
import { type Errors, fieldsOf, readForm, type Typed, typedOf } from '../../../platform/forms'
import { type Env, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { dayIn, labelled } from '../../../std/written'
import {
  BackLink,
  Button,
  ButtonRow,
  Card,
  DateInput,
  ErrorSummary,
  Form,
  LinkButton,
  MoneyInput,
  money,
  Notice,
  Radios,
  Select,
  TextInput,
} from '../../../ui'
import { Findings } from '../law/findings'
import { acts } from '../rules'
import { words as listingWords } from '../words'
import { apply, foresee, type Outcome, undo } from './apply'
import { changeFields, changeIn, chosenIn } from './change-form'
import { asking, manyPaths } from './paths'
import { words } from './words'

const typedIn = (c: Context<Env>): Typed => c.req.queries()

/** What was typed of the change, as it goes along in an address or a form. */
const kept = (typed: Typed): Record<string, string> =>
  Object.fromEntries(changeFields.map((name) => [name, typedOf(typed, name)]).filter(([, value]) => value !== ''))

const ChangeForm = ({ c, typed, errors }: { c: Context<Env>; typed: Typed; errors: Errors }) => {
  const { p, language: lang } = c.var
  const text = words(lang).change
  const today = dayOf(p.clock.now())
  const field = fieldsOf(lang, typed, errors)
  return (
    <Form method="get" action={manyPaths(lang).change} label={text.title}>
      {chosenIn(typed).map((publicId) => (
        <input type="hidden" name="advert" value={publicId} />
      ))}
      <input type="hidden" name="look" value="1" />
      <Radios
        {...field('rentHow')}
        label={text.rentHow}
        options={[
          { value: '', text: text.keep },
          ...(['to', 'by', 'percent'] as const).map((value) => ({ value, text: text.rent[value] })),
        ]}
      />
      <TextInput {...field('rent')} label={text.amount} hint={text.amountHint} inputmode="text" width={10} optional />
      <MoneyInput {...field('charges')} label={text.charges} hint={text.chargesHint} optional />
      <Radios
        {...field('dates')}
        label={text.dates}
        options={[
          { value: '', text: text.keep },
          { value: 'nextYear', text: text.nextYear, hint: text.nextYearHint },
          { value: 'set', text: text.setDates },
        ]}
      />
      <DateInput {...field('from')} label={text.from} min={today} optional />
      <DateInput {...field('until')} label={text.until} min={today} optional />
      <Select
        {...field('act')}
        label={text.act}
        options={[{ value: '', text: text.keep }, ...acts.map((value) => ({ value, text: text.acts[value] }))]}
      />
      <Button>{text.look}</Button>
    </Form>
  )
}

const OutcomeCard = ({ c, outcome }: { c: Context<Env>; outcome: Outcome }) => {
  const { language: lang } = c.var
  const text = words(lang).change
  const status = listingWords(lang).mine.status
  const { row, before, after, refused, held, misfits, does } = outcome
  const day = (of: string | null) => (of === null ? text.none : dayIn(of, lang))
  const cents = (of: number | null) => (of === null ? text.none : money(of, lang))
  const lines = [
    { label: text.labels.rent, was: money(before.rent, lang), is: money(after.rent, lang) },
    { label: text.labels.charges, was: cents(before.charges), is: cents(after.charges) },
    { label: text.labels.from, was: day(before.availableFrom), is: day(after.availableFrom) },
    { label: text.labels.until, was: day(before.availableUntil), is: day(after.availableUntil) },
    { label: text.labels.status, was: status[before.status], is: status[after.status] },
  ].filter(({ was, is }) => was !== is)
  return (
    <Card title={row.title} level={2}>
      {lines.length > 0 && (
        <ul class="changes">
          {lines.map(({ label, was, is }) => (
            <li>
              {labelled(label, lang)} <del>{was}</del> <span class="visually-hidden">{text.arrow}</span>
              <span aria-hidden="true">→</span> <ins>{is}</ins>
            </li>
          ))}
        </ul>
      )}
      {misfits.map((misfit) => (
        <p>{text.misfits[misfit]}</p>
      ))}
      {refused.length > 0 ? (
        <>
          <p>
            <strong>{text.refused}</strong>
          </p>
          <Findings findings={refused} language={lang} />
        </>
      ) : (
        !does && <p>{text.same}</p>
      )}
      {does && held && <p>{text.held}</p>}
    </Card>
  )
}

function formPage(c: Context<Env>, typed: Typed, errors: Errors) {
  const { language: lang } = c.var
  const text = words(lang).change
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <BackLink lang={lang} href={manyPaths(lang).overview} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{text.chosen(chosenIn(typed).length)}</p>
      <p>{text.lead}</p>
      <ChangeForm c={c} typed={typed} errors={errors} />
    </>,
  )
}

function previewPage(c: Context<Env>, typed: Typed, outcomes: readonly Outcome[]) {
  const { language: lang } = c.var
  const text = words(lang).change
  const to = manyPaths(lang)
  const doing = outcomes.filter(({ does }) => does).length
  const staying = outcomes.length - doing
  return page(
    c,
    { title: text.lookTitle, noindex: true },
    <>
      <BackLink lang={lang} href={asking(to.change, { advert: chosenIn(typed), ...kept(typed) })} text={text.back} />
      <h1>{text.lookTitle}</h1>
      {doing === 0 && <Notice tone="warning">{text.nothingChanges}</Notice>}
      {/* What needs a look comes first. */}
      {outcomes
        .toSorted((a, b) => Number(b.refused.length > 0) - Number(a.refused.length > 0))
        .map((outcome) => (
          <OutcomeCard c={c} outcome={outcome} />
        ))}
      {staying > 0 && doing > 0 && <p>{text.stays(staying)}</p>}
      {doing > 0 && (
        <Form action={to.change} hidden={kept(typed)} label={text.lookTitle}>
          {chosenIn(typed).map((publicId) => (
            <input type="hidden" name="advert" value={publicId} />
          ))}
          <ButtonRow>
            <Button>{text.confirm(doing)}</Button>
            <LinkButton variant="quiet" href={to.overview}>
              {listingWords(lang).wizard.keep}
            </LinkButton>
          </ButtonRow>
        </Form>
      )}
    </>,
  )
}

/** Several of one's own adverts are changed at once: what it would do is looked at first, and can be undone for an hour. */
export const changePages = new Hono<Env>()
  .get('/adverts/change', async (c) => {
    const { p, language } = c.var
    const { personId } = signedIn(c)
    const typed = typedIn(c)
    if (chosenIn(typed).length === 0) return c.redirect(`${manyPaths(language).overview}?none`, 303)
    if (typedOf(typed, 'look') === '') return formPage(c, typed, [])
    const read = changeIn(typed, language, dayOf(p.clock.now()))
    if (!read.ok) return formPage(c, typed, read.errors)
    return previewPage(c, typed, await foresee(p, p.db, personId, chosenIn(typed), read.change))
  })
  .post('/adverts/change', async (c) => {
    const { p, language } = c.var
    const { personId } = signedIn(c)
    const { typed } = await readForm(c)
    const read = changeIn(typed, language, dayOf(p.clock.now()))
    if (!read.ok) return formPage(c, typed, read.errors)
    const { changed, left } = await apply(p, personId, chosenIn(typed), read.change)
    return c.redirect(asking(manyPaths(language).overview, { done: String(changed), left: String(left) }), 303)
  })
  .post('/adverts/change/undo', async (c) => {
    const { p, language } = c.var
    const undone = await undo(p, signedIn(c).personId)
    return c.redirect(asking(manyPaths(language).overview, { undone: String(undone) }), 303)
  })
