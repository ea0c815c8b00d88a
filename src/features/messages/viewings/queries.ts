import { type Insertable, sql } from 'kysely'
import { anyOf, type Db } from '../../../platform/db'
import type { Database } from '../../../register'
import { advertiserHere, seekerHere } from '../queries/threads'

const slotColumns = [
  'slots.id',
  'slots.person_id',
  'slots.listing_id',
  'slots.thread_id',
  'slots.starts_at',
  'slots.minutes',
  'slots.places',
  'slots.medium',
  'slots.note',
  'slots.cancelled',
] as const

const taken = sql<number>`(select count(*)::int from bookings where bookings.slot_id = slots.id and bookings.place is not null)`

export const insertSlots = (db: Db, rows: readonly Insertable<Database['slots']>[]) =>
  db
    .insertInto('slots')
    .values([...rows])
    .execute()

const slots = (db: Db) => db.selectFrom('slots').select(slotColumns).select(taken.as('taken'))

type Offered = { id: string; listing_id: string | null; advertiser_id: string | null }
/** The times that were offered in a thread, or to all who replied to its advert, and are still to come. */
export const slotsIn = (db: Db, thread: Offered, now: Date) =>
  slots(db)
    .where('slots.person_id', '=', thread.advertiser_id)
    .where('slots.starts_at', '>', now)
    .where('slots.cancelled', '=', false)
    .where((is) =>
      is.or([
        is('slots.thread_id', '=', thread.id),
        is.and([is('slots.thread_id', 'is', null), is('slots.listing_id', '=', thread.listing_id)]),
      ]),
    )
    .orderBy('slots.starts_at')
    .orderBy('slots.id')
    .limit(100)
    .execute()
export type SlotRow = Awaited<ReturnType<typeof slotsIn>>[number]

/** The times of an advert that are still to come, offered to all or to one. */
export const slotsOfListing = (db: Db, listing: string, person: string, now: Date) =>
  slots(db)
    .where('slots.listing_id', '=', listing)
    .where('slots.person_id', '=', person)
    .where('slots.starts_at', '>', now)
    .where('slots.cancelled', '=', false)
    .orderBy('slots.starts_at')
    .orderBy('slots.id')
    .limit(200)
    .execute()

export const ownSlot = (db: Db, id: string, person: string) =>
  slots(db).where('slots.id', '=', id).where('slots.person_id', '=', person).executeTakeFirst()

/** A time for as long as the transaction lasts: who takes a place in it waits for who is taking one. */
export const lockSlot = (db: Db, id: string) =>
  db.selectFrom('slots').select(slotColumns).where('id', '=', id).forUpdate().executeTakeFirst()

export const setSlot = (db: Db, id: string, set: { starts_at?: Date; minutes?: number; cancelled?: boolean }) =>
  db.updateTable('slots').set(set).where('id', '=', id).execute()

/** Calls off what nobody has a place in. */
export const cancelFreeSlots = (db: Db, listing: string) =>
  db
    .updateTable('slots')
    .set({ cancelled: true })
    .where('listing_id', '=', listing)
    .where('cancelled', '=', false)
    .where(taken, '=', 0)
    .execute()

const bookingColumns = [
  'bookings.id',
  'bookings.person_id',
  'bookings.thread_id',
  'bookings.slot_id',
  'bookings.starts_at',
  'bookings.place',
  'bookings.sequence',
] as const

/** The booking of a thread, standing or not, with its time. */
export const bookingIn = (db: Db, thread: string) =>
  db
    .selectFrom('bookings')
    .innerJoin('slots', 'slots.id', 'bookings.slot_id')
    .select(bookingColumns)
    .select(['slots.minutes', 'slots.medium', 'slots.note', 'slots.cancelled', 'slots.person_id as advertiser'])
    .where('bookings.thread_id', '=', thread)
    .executeTakeFirst()
export type Booking = NonNullable<Awaited<ReturnType<typeof bookingIn>>>

/** Who has a place in these times. */
export const bookingsIn = (db: Db, slotIds: readonly string[]) =>
  db
    .selectFrom('bookings')
    .innerJoin('threads', 'threads.id', 'bookings.thread_id')
    .select(bookingColumns)
    .select(['threads.public_id', seekerHere.as('seeker_id'), advertiserHere.as('advertiser_id'), 'threads.answered_at'])
    .where('bookings.slot_id', '=', anyOf(slotIds))
    .where('bookings.place', 'is not', null)
    .orderBy('bookings.place')
    .execute()

type Taking = { id: string; person_id: string; thread_id: string; slot_id: string; starts_at: Date; places: number }
/** Takes the first free place in a time, in place of the one that the thread had elsewhere. Answers false when there is none. */
export async function takePlace(db: Db, { id, person_id, thread_id, slot_id, starts_at, places }: Taking): Promise<boolean> {
  const done = await sql`
    insert into bookings (id, person_id, thread_id, slot_id, starts_at, place)
    select ${id}::uuid, ${person_id}::uuid, ${thread_id}::uuid, ${slot_id}::uuid, ${starts_at}::timestamptz, min(place)::smallint
    from generate_series(1, ${places}::int) place
    where not exists (select 1 from bookings where slot_id = ${slot_id}::uuid and bookings.place = place.place)
    having min(place) is not null
    on conflict (thread_id) do update set
      slot_id = excluded.slot_id, starts_at = excluded.starts_at, place = excluded.place, reminded = false,
      sequence = bookings.sequence + 1`.execute(db)
  return done.numAffectedRows === 1n
}

export const givePlaceBack = (db: Db, threads: readonly string[]) =>
  db
    .updateTable('bookings')
    .set((of) => ({ place: null, sequence: of('sequence', '+', 1) }))
    .where('thread_id', '=', anyOf(threads))
    .where('place', 'is not', null)
    .execute()

/** Bookings of a time that was moved move along. */
export const moveBookings = (db: Db, slot: string, startsAt: Date) =>
  db
    .updateTable('bookings')
    .set((of) => ({ starts_at: startsAt, reminded: false, sequence: of('sequence', '+', 1) }))
    .where('slot_id', '=', slot)
    .where('place', 'is not', null)
    .execute()

/** Notes that these viewings, which come before `until`, are being told about. Answers them. */
export const takeReminders = (db: Db, now: Date, until: Date) =>
  db
    .updateTable('bookings')
    .from('threads')
    .set({ reminded: true })
    .whereRef('threads.id', '=', 'bookings.thread_id')
    .where('bookings.starts_at', '>', now)
    .where('bookings.starts_at', '<=', until)
    .where('bookings.reminded', '=', false)
    .where('bookings.place', 'is not', null)
    .returning(['bookings.thread_id', 'threads.seeker_id', 'threads.advertiser_id'])
    .execute()

/** Of these threads, those in which a viewing stands, and those in which times to come were offered. */
export async function viewingsAmong(db: Db, threads: readonly string[], now: Date) {
  if (threads.length === 0) return { booked: new Set<string>(), invited: new Set<string>() }
  const [booked, invited] = await Promise.all([
    db
      .selectFrom('bookings')
      .innerJoin('slots', 'slots.id', 'bookings.slot_id')
      .select('bookings.thread_id')
      .where('bookings.thread_id', '=', anyOf(threads))
      .where('bookings.place', 'is not', null)
      .where('slots.cancelled', '=', false)
      .execute(),
    db
      .selectFrom('threads')
      .innerJoin('slots', (join) =>
        join
          .onRef('slots.person_id', '=', 'threads.advertiser_id')
          .on((is) =>
            is.or([
              is('slots.thread_id', '=', is.ref('threads.id')),
              is.and([is('slots.thread_id', 'is', null), is('slots.listing_id', '=', is.ref('threads.listing_id'))]),
            ]),
          ),
      )
      .select('threads.id')
      .distinct()
      .where('threads.id', '=', anyOf(threads))
      .where('slots.starts_at', '>', now)
      .where('slots.cancelled', '=', false)
      .execute(),
  ])
  return { booked: new Set(booked.map((row) => row.thread_id)), invited: new Set(invited.map((row) => row.id)) }
}
