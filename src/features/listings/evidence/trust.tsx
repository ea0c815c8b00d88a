import type { Db } from '../../../platform/db'
import type { Language } from '../../../std/words'
import { dateIn, dayIn } from '../../../std/written'
import { type Fact, Facts } from '../../../ui'
import type { Advert } from '../queries'
import { advertiserOf, type EvidenceRow, evidenceOf, schoolConfirmed } from './queries'
import { evidenceIn } from './rules'
import { words } from './words'

/** What a document says and when it was seen: "Conformity certificate of 12 March 2024, number 7, document seen by the site on …". */
export function seenAs(row: Pick<EvidenceRow, 'kind' | 'issued_on' | 'number' | 'decided_at'>, language: Language): string {
  const { evidence, shown } = words(language)
  const what = shown.of(evidence.kinds[row.kind], dayIn(row.issued_on, language), row.number)
  return row.decided_at ? `${what}, ${shown.seen(dateIn(row.decided_at, language))}` : what
}

/** Who lets, and what was checked of the room: as facts, each with its date, and unknown where nothing was seen. */
export async function Trust({ db, advert, language }: { db: Db; advert: Advert; language: Language }) {
  const { person_id: person } = advert
  if (person === null) return null
  const { shown, advertiser: text, evidence } = words(language)
  const [advertiser, school, rows] = await Promise.all([
    advertiserOf(db, person),
    schoolConfirmed(db, person),
    evidenceOf(db, advert.id),
  ])
  const facts: Fact[] = [
    {
      icon: 'user',
      label: shown.lettor,
      value: (
        <>
          {advertiser ? text.kinds[advertiser.kind] : shown.unknownKind}
          {advertiser?.company_number && (
            <span class="fact-more">
              {advertiser.company_number} ({shown.notChecked})
            </span>
          )}
          {advertiser && <span class="fact-more">{shown.since(advertiser.since)}</span>}
        </>
      ),
    },
    ...(school
      ? [
          {
            icon: 'check' as const,
            label: shown.school,
            value: shown.confirmed(school.school, dayIn(school.confirmed_on, language)),
          },
        ]
      : []),
    ...evidenceIn[advert.region].map((kind): Fact => {
      const seen = rows.find((row) => row.kind === kind && row.state === 'seen')
      return { icon: 'document', label: evidence.kinds[kind], value: seen ? seenAs(seen, language) : shown.unknown }
    }),
  ]
  return (
    <section class="flow" aria-labelledby="trust">
      <h2 id="trust">{shown.title}</h2>
      <Facts facts={facts} />
    </section>
  )
}
