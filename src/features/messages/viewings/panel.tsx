import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Errors } from '../../../platform/forms'
import { errorOf } from '../../../platform/forms'
import type { Env } from '../../../platform/http'
import type { Language } from '../../../std/words'
import { Button, Card, Form, Icon, LinkButton, Notice } from '../../../ui'
import type { Own } from '../own'
import { threadPath } from '../paths'
import { type Booking, bookingIn, type SlotRow, slotsIn } from './queries'
import { isOpen, stands } from './rules'
import { whenIn } from './when'
import { words } from './words'

type SlotsProps = { lang: Language; publicId: string; slots: readonly SlotRow[]; move: boolean; error: string | undefined }

/** The times a seeker can choose from, each with its own button. */
const Choose = ({ lang, publicId, slots, move, error }: SlotsProps) => {
  const text = words(lang)
  return (
    <>
      {error && (
        <p class="field-error">
          <Icon name="danger" /> {error}
        </p>
      )}
      <ul class="slot-list" id="field-slot">
        {slots.map((slot) => {
          const when = whenIn(slot.starts_at, lang)
          return (
            <li>
              <span>
                <strong>{when}</strong>{' '}
                <span class="soft small">
                  {[
                    text.minutesOf(String(slot.minutes)),
                    ...(slot.medium === 'video' ? [text.video] : []),
                    ...(slot.places > 1 ? [text.free(slot.places - slot.taken, slot.places)] : []),
                  ].join(' · ')}
                </span>
              </span>
              <Form
                action={threadPath(lang, publicId, '/booking')}
                hidden={{ slot: slot.id }}
                label={move ? text.moveThis(when) : text.bookThis(when)}
              >
                <Button small variant={move ? 'secondary' : 'primary'}>
                  {move ? text.moveHere : text.book}
                </Button>
              </Form>
            </li>
          )
        })}
      </ul>
    </>
  )
}

type StandingProps = { lang: Language; publicId: string; booking: Booking; title: string; note: Child; mayCancel: boolean }

/** A viewing that stands: when, where, for a calendar, and how to get out of it. */
const Standing = ({ lang, publicId, booking, title, note, mayCancel }: StandingProps) => {
  const text = words(lang)
  return (
    <Notice tone="success" title={title}>
      <p>
        <strong>{whenIn(booking.starts_at, lang)}</strong>, {text.minutesOf(String(booking.minutes))}
        {booking.medium === 'video' && `. ${text.video}`}
      </p>
      {note}
      <p>
        <LinkButton small variant="secondary" icon="calendar" href={threadPath(lang, publicId, '/viewing.ics')}>
          {text.ics}
        </LinkButton>
      </p>
      {mayCancel && (
        <Form action={threadPath(lang, publicId, '/booking/cancellation')} label={text.cancel}>
          <p class="soft small">{text.cancelText}</p>
          <Button small variant="quiet">
            {text.cancel}
          </Button>
        </Form>
      )}
    </Notice>
  )
}

/** What a thread shows of viewings to each of its two. `closed`: nothing new can be agreed. */
export async function viewingPanel(
  c: Context<Env>,
  { row, side, other }: Own,
  { name, closed, errors }: { name: string; closed: boolean; errors: Errors },
): Promise<Child> {
  const { p, language: lang } = c.var
  const now = p.clock.now()
  const [booking, offered] = await Promise.all([bookingIn(p.db, row.id), slotsIn(p.db, row, now)])
  const text = words(lang)
  const coming = booking && booking.starts_at > now ? booking : undefined
  const standing = coming && stands(coming) ? coming : undefined
  const off = coming && !standing && (
    <Notice tone="warning" title={text.calledOff}>
      <p>{text.was(whenIn(coming.starts_at, lang))}</p>
      <p>
        <a href={threadPath(lang, row.public_id, '/viewing.ics')}>{text.icsOff}</a>
      </p>
    </Notice>
  )
  if (side === 'advertiser')
    return (
      <>
        {standing ? (
          <Standing
            lang={lang}
            publicId={row.public_id}
            booking={standing}
            title={text.bookedWith(name)}
            note={null}
            mayCancel={!closed}
          />
        ) : (
          off
        )}
        {!closed && row.outcome === null && (
          <p>
            <LinkButton small variant="secondary" icon="calendar" href={threadPath(lang, row.public_id, '/viewings')}>
              {text.offer}
            </LinkButton>
          </p>
        )}
      </>
    )
  const open = closed || row.outcome !== null ? [] : offered.filter((slot) => isOpen(slot, now) && slot.id !== standing?.slot_id)
  const held =
    standing?.note && other
      ? (await p.vault.keys(p.db, [other])).bind('slots', { id: standing.slot_id, person_id: other, note: standing.note }).note
      : undefined
  const error = errorOf(errors, 'slot')
  return (
    <>
      {standing ? (
        <Standing
          lang={lang}
          publicId={row.public_id}
          booking={standing}
          title={text.booked}
          note={
            <>
              <p class="kept-text">{held ? held.open('messaging') : text.noteMissing}</p>
              <p class="small">{text.safety}</p>
            </>
          }
          mayCancel={!closed}
        />
      ) : (
        off
      )}
      {open.length > 0 && !standing && (
        <Card title={text.invitation}>
          <p>{text.choose}</p>
          <Choose lang={lang} publicId={row.public_id} slots={open} move={false} error={error} />
        </Card>
      )}
      {open.length > 0 && standing && (
        <details class="slot-more" open={error !== undefined}>
          <summary>{text.otherTimes}</summary>
          <Choose lang={lang} publicId={row.public_id} slots={open} move error={error} />
        </details>
      )}
      {open.length === 0 && error && (
        <p class="field-error" id="field-slot">
          <Icon name="danger" /> {error}
        </p>
      )}
    </>
  )
}
