import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { check, type Errors, errorOf, readForm, type Typed, typedOf } from '../../../platform/forms'
import type { Env } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import type { Language } from '../../../std/words'
import { dayOf, labelled, listIn } from '../../../std/written'
import { BackLink, Button, DateInput, ErrorSummary, Form, Radios, Select, TextArea, TextInput } from '../../../ui'
import { accountsOf } from '../../accounts'
import { slotPath } from '../paths'
import { nameOf } from '../view'
import type { Offer } from './acts'
import { offerForm, offerOf } from './forms'
import { bookingsIn, type SlotRow } from './queries'
import { lengths, media, mostPlaces } from './rules'
import { whenIn } from './when'
import { words } from './words'

/** Times on offer, as their advertiser sees them: who comes, and the way to change each. */
async function Offered({ c, slots }: { c: Context<Env>; slots: readonly SlotRow[] }) {
  const { p, language: lang } = c.var
  const text = words(lang)
  if (slots.length === 0) return <p class="soft">{text.none}</p>
  const bookings = await bookingsIn(
    p.db,
    slots.map((slot) => slot.id),
  )
  const people = await accountsOf(
    p,
    p.db,
    bookings.map((booking) => booking.seeker_id),
  )
  const names = (slot: string) =>
    bookings.filter((booking) => booking.slot_id === slot).map((booking) => nameOf(booking, 'advertiser', people, lang).name)
  return (
    <ul class="slot-list">
      {slots.map((slot) => {
        const when = whenIn(slot.starts_at, lang)
        const coming = names(slot.id)
        const left = slot.places - slot.taken
        return (
          <li>
            <span>
              <strong>{when}</strong>{' '}
              <span class="soft small">
                {[
                  ...(coming.length > 0 ? [text.taken(listIn(coming, lang))] : []),
                  left > 0 ? text.free(left, slot.places) : text.full,
                  ...(slot.thread_id === null ? [text.forAll] : []),
                ].join(' · ')}
              </span>
            </span>
            <a href={slotPath(lang, slot.id)} aria-label={`${labelled(text.change, lang)} ${when}`}>
              {text.change}
            </a>
          </li>
        )
      })}
    </ul>
  )
}

type FieldsProps = { lang: Language; now: Date; typed: Typed; errors: Errors }
const Fields = ({ lang, now, typed, errors }: FieldsProps) => {
  const text = words(lang)
  const field = (name: string) => ({ lang, name, error: errorOf(errors, name) })
  return (
    <>
      <DateInput {...field('day')} label={text.day} min={dayOf(now)} value={typedOf(typed, 'day')} />
      <TextInput {...field('times')} label={text.times} hint={text.timesHint} width={20} value={typedOf(typed, 'times')} />
      <Select
        {...field('minutes')}
        label={text.minutes}
        value={typedOf(typed, 'minutes') || '30'}
        options={lengths.map((value) => ({ value, text: text.minutesOf(value) }))}
      />
      <TextInput
        {...field('places')}
        label={text.places}
        inputmode="numeric"
        width={5}
        max={String(mostPlaces)}
        value={typedOf(typed, 'places') || '1'}
      />
      <Radios
        {...field('medium')}
        label={text.medium}
        value={typedOf(typed, 'medium') || 'visit'}
        options={media.map((value) => ({ value, text: text.media[value] }))}
      />
      <TextArea
        {...field('note')}
        label={text.note}
        hint={text.noteHint}
        optional
        rows={3}
        maxlength={1000}
        value={typedOf(typed, 'note')}
      />
    </>
  )
}

type About = { title: string; lead: Child; back: { href: string; text: string }; action: string; slots: readonly SlotRow[] }

/** The page on which an advertiser offers times, below those that are on offer already. */
export function offerPage(c: Context<Env>, about: About, typed: Typed = {}, errors: Errors = []): Promise<Response> {
  const { p, language: lang } = c.var
  const text = words(lang)
  return page(
    c,
    { title: about.title, errors, noindex: true },
    <>
      <BackLink lang={lang} href={about.back.href} text={about.back.text} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{about.title}</h1>
      <div class="measure flow">
        <p class="lead">{text.offerText}</p>
        {about.lead}
        <Form action={about.action} label={about.title}>
          <Fields lang={lang} now={p.clock.now()} typed={typed} errors={errors} />
          <Button icon="calendar">{text.send}</Button>
        </Form>
        <h2>{text.offered}</h2>
        <Offered c={c} slots={about.slots} />
      </div>
    </>,
  )
}

/** Reads an offer. Answers what was typed with what is wrong with it, if it is. */
export async function readOffer(
  c: Context<Env>,
): Promise<{ offer: Offer } | { offer?: undefined; typed: Typed; errors: Errors }> {
  const { p, language: lang } = c.var
  const { typed } = await readForm(c)
  const checked = check(offerForm, typed, lang)
  if (!checked.ok) return { typed, errors: checked.errors }
  const offer = offerOf(checked.values, p.clock.now(), lang)
  return Array.isArray(offer) ? { typed, errors: offer } : { offer }
}
