import { addAccount, hashPassword } from '../../features/accounts'
import { type Cover, type ListingContent, placeListing, sayAdvertiser } from '../../features/listings'
import { sendMessage, sendReply } from '../../features/messages'
import { findPlaces, placeOfPostcode } from '../../features/places'
import { days } from '../../platform/clock'
import type { Db } from '../../platform/db'
import type { FeatureName, Platform } from '../../platform/feature'
import { type DemoAdvert, demoAdverts } from './adverts'
import { placeLetters } from './letters'
import { demoPeople } from './people'
import { anybody, markDemo, writeVisits } from './queries'
import { placeReplies } from './replies'
import { demoThreads } from './threads'
import { towns } from './towns'
import { visitsOf } from './visits'

/** Printed at the start of a site with demo adverts. Nobody real has it. */
export const demoPassword = 'een-kamer-op-zolder'

const coverOf: Record<DemoAdvert['charges']['cover'][number], readonly Cover[]> = {
  water: ['water'],
  energy: ['electricity', 'heating'],
  heating: ['heating'],
  internet: ['internet'],
  taxes: ['taxes'],
  cleaning: ['cleaning'],
  insurance: ['insurance'],
}

/** The id of the place of a demo advert: by its postcode, else by its name. */
function placeIdOf(advert: DemoAdvert): string {
  const country = towns.find((town) => town.name === advert.town)?.region === 'NL' ? 'NL' : 'BE'
  const place = placeOfPostcode(advert.postcode, country)?.place ?? findPlaces(advert.place, 1)[0]
  if (!place) throw new Error(`the demo has a place that is not on the map: ${advert.place}`)
  return place.id
}

/** A demo advert as the wizard would have it. */
export function contentOf(advert: DemoAdvert, phone: string, today: Temporal.PlainDate): ListingContent {
  const dayAt = (ahead: number) => today.add({ days: ahead }).toString()
  const { mode, cents, cover } = advert.charges
  return {
    kind: advert.kind,
    language: advert.language,
    title: advert.title,
    text: advert.petsText ? `${advert.text}\n\n${advert.petsText}` : advert.text,
    place: placeIdOf(advert),
    postcode: advert.postcode,
    street: advert.street,
    houseNumber: advert.houseNumber,
    point: advert.point,
    accuracy: 'street',
    rent: advert.rentCents,
    chargesMode: mode,
    charges: mode === 'included' ? null : cents,
    chargesCover: [...new Set(cover.flatMap((one) => coverOf[one]))],
    deposit: advert.depositCents,
    size: advert.sizeM2,
    availableFrom: dayAt(advert.availableFrom),
    availableUntil: advert.availableUntil === null ? null : dayAt(advert.availableUntil),
    leaseMinMonths: advert.leaseMinMonths,
    leaseMaxMonths: advert.leaseMaxMonths,
    furnished: advert.furnished,
    kitchen: advert.kitchen,
    bath: advert.bath,
    toilet: advert.toilet,
    internet: advert.internet,
    domicile: advert.domicile,
    energyLabel: advert.energyLabel,
    epcScore: advert.epcScore,
    epcCode: advert.epcCode,
    answers: advert.answers,
    monthRents: advert.monthRents,
    phone,
    inFeed: true,
  }
}

async function people(p: Platform, db: Db): Promise<string[]> {
  const passwordHash = await hashPassword(demoPassword)
  const made: string[] = []
  for (const { firstName, email, userName, language } of demoPeople()) {
    const { id, keys } = await p.vault.newPerson(db, ['service', 'messages'])
    await addAccount(p, db, id, keys, { firstName, email, userName, passwordHash, language })
    made.push(id)
  }
  await markDemo(db, made)
  return made
}

type Ago = (days: number) => Date

/** Invented people, their adverts and conversations. */
async function rooms(p: Platform, db: Db, ago: Ago): Promise<void> {
  const today = Temporal.PlainDate.from(p.clock.now().toISOString().slice(0, 10))
  const adverts = demoAdverts(today)
  const invented = demoPeople()
  const ids = await people(p, db)
  for (const id of ids) await sayAdvertiser(p, db, id, { kind: 'private', companyNumber: null })
  type Placed = Awaited<ReturnType<typeof placeListing>> & { owner: string | null; content: ListingContent }
  const placed: Placed[] = []
  for (const advert of adverts) {
    const content = contentOf(advert, invented[advert.advertiser]?.phone ?? '', today)
    const owner = ids[advert.advertiser] ?? null
    placed.push({
      ...(await placeListing(p, db, content, owner, { status: 'published', publishedAt: ago(advert.publishedDaysAgo) })),
      owner,
      content,
    })
  }
  for (const { seeker, advert, messages } of demoThreads(adverts)) {
    const about = placed[advert]
    const writer = ids[seeker]
    const [first, ...rest] = messages
    if (!about?.owner || !writer || !first) continue
    const { kind, place, rent, charges } = about.content
    const facts = { id: about.id, person_id: about.owner, kind, place_id: place, total: rent + (charges ?? 0) }
    const sent = await sendReply(p, db, facts, writer, first.text, { at: ago(first.daysAgo), quiet: true })
    if (!sent) continue
    for (const message of rest)
      await sendMessage(p, db, sent.id, message.by === 'seeker' ? writer : about.owner, message.text, {
        at: ago(message.daysAgo),
        quiet: true,
      })
  }
  const visits = adverts.flatMap((advert, index) =>
    visitsOf(advert, index, today).map(({ daysAgo, ...figures }) => ({
      listing_id: placed[index]?.id ?? '',
      day: today.subtract({ days: daysAgo }).toString(),
      ...figures,
    })),
  )
  // Five values a row, and PostgreSQL takes 65,535 at once.
  for (let at = 0; at < visits.length; at += 5_000) await writeVisits(db, visits.slice(at, at + 5_000))
}

/** Fills a new site with what is invented: people with adverts and conversations, and readers who reply to articles or
 *  get them in their mailbox, as far as the site has these. Answers false,
 *  and does nothing, where anybody is known already. */
export async function seedDemo(p: Platform): Promise<boolean> {
  if (await anybody(p.db)) return false
  const has = (feature: FeatureName) => p.features.some(({ name }) => name === feature)
  const ago: Ago = (many) => new Date(p.clock.now().getTime() - days(many))
  await p.db.transaction().execute(async (db) => {
    if (has('listings')) await rooms(p, db, ago)
    const readers = [
      ...(has('replies') ? await placeReplies(p, db, ago) : []),
      ...(has('newsletter') ? await placeLetters(p, db, ago) : []),
    ]
    if (readers.length > 0) await markDemo(db, readers)
  })
  return true
}
