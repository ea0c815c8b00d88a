import { randomUUID } from 'node:crypto'
import type { Platform } from '../../platform/feature'
import { addressesOf, type Reached, reachOf, reachSum, type Scenario } from '../../privacy'
import type { RecipientName } from '../../register'
import { insertIncident, insertPeople, peopleOf, staffIn, unfiled, updateIncident } from './queries'
import { alarmDue, handlers } from './rules'

type Noted = {
  scenario: Scenario
  beganAt: Date
  endedAt: Date
  knownAt: Date
  nature: string
  recipient?: RecipientName | undefined
}

/** Per person, the holdings that could be read and those that could not. One that could be read in part could be read. */
function byPerson(reached: readonly Reached[]): Map<string, { readable: string[]; unreadable: string[] }> {
  return new Map(
    [...Map.groupBy(reached, ({ person }) => person)].map(([person, of]) => {
      const readable = [...new Set(of.filter((one) => one.readable).map(({ holding }) => holding))]
      const all = [...new Set(of.map(({ holding }) => holding))]
      return [person, { readable, unreadable: all.filter((one) => !readable.includes(one)) }]
    }),
  )
}

/** Notes a breach, with whose data it reached. Answers its id. */
export async function noteIncident(
  p: Platform,
  { scenario, beganAt, endedAt, knownAt, nature, recipient }: Noted,
): Promise<string> {
  const id = randomUUID()
  const now = p.clock.now()
  await p.db.transaction().execute(async (db) => {
    const reached = await reachOf({ db, site: p.site }, scenario)
    await insertIncident(db, {
      id,
      kind: scenario.kind,
      began_at: beganAt,
      ended_at: endedAt,
      recipient: recipient ?? null,
      known_at: knownAt,
      noted_at: now,
      nature,
      reach: JSON.stringify(reachSum(reached)),
    })
    const rows = [...byPerson(reached)].map(([person, of]) => ({
      id: randomUUID(),
      incident_id: id,
      person_id: person,
      found_at: now,
      ...of,
    }))
    await insertPeople(db, rows)
  })
  return id
}

/** Queues the notice to each mailbox of those who were reached, one for all that they are there: an account, a report, a question. Answers how many people
 *  cannot be written to. */
export async function tellPeople(p: Platform, incident: string): Promise<number> {
  return p.db.transaction().execute(async (db) => {
    const people = (await peopleOf(db, incident)).map((row) => row.person_id)
    const reachable = await addressesOf(p, db, people)
    // Whoever has an account comes first in it, and gets what is said of their guest's replies and reports as well.
    const mailboxes = Map.groupBy(reachable, ([, { to }]) => to.open('rights').trim().toLowerCase())
    for (const same of mailboxes.values()) {
      const [first, ...others] = same.map(([person]) => person)
      if (first)
        await p.mail.queue(db, first, 'incidents.notice', {
          incident,
          ...(others.length > 0 ? { with: others.join(',') } : {}),
        })
    }
    await updateIncident(db, incident, { told_at: p.clock.now(), telling_needed: true, telling_reason: null })
    return people.length - reachable.size
  })
}

/** Calls those who handle breaches when an hour of the 72 has come: the officer, or the owner where there is none. */
export async function giveAlarms(p: Platform): Promise<void> {
  await p.db.transaction().execute(async (db) => {
    for (const { id, known_at, alarmed } of await unfiled(db)) {
      const hours = alarmDue(known_at, alarmed, p.clock.now())
      if (hours === undefined) continue
      await updateIncident(db, id, { alarmed: hours })
      const officers = await staffIn(db, ['officer'])
      for (const person of officers.length > 0 ? officers : await staffIn(db, handlers))
        await p.mail.queue(db, person, 'incidents.alarm', { incident: id, hours: String(hours) })
    }
  })
}
