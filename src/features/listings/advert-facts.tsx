import type { Language } from '../../std/words'
import { dayIn } from '../../std/written'
import { type Fact, money, Term } from '../../ui'
import { cardWords } from './card.words'
import { covers } from './content'
import { words as lawWords } from './law/words'
import type { Advert } from './queries'
import { lawAnswers } from './steps'
import { words as stepWords } from './steps/words'
import { toldOf } from './stored'
import { words } from './words'

type Told = { advert: Advert; language: Language; today: string }

/** Rent, charges and deposit apart: what the total is made of. */
export function priceFacts({ advert, language }: Told): Fact[] {
  const text = words(language).advert
  const { rent: rents } = stepWords(language)
  const { charges_mode, charges, deposit } = advert
  const included = covers
    .filter((cover) => advert.charges_cover.includes(cover))
    .map((cover) => rents.covers[cover].toLowerCase())
  const mode = charges_mode && [charges !== null && money(charges, language), rents.modes[charges_mode].toLowerCase()]
  return [
    { icon: 'euro', label: text.rent, value: money(advert.rent, language) },
    {
      icon: 'document',
      label: (
        <Term id="charges" word={text.charges}>
          {text.chargesTerm}
        </Term>
      ),
      value: (
        <>
          {mode ? mode.filter(Boolean).join(', ') : text.noCharges}
          {included.length > 0 && <span class="fact-more">{text.covers(included.join(', '))}</span>}
        </>
      ),
    },
    {
      icon: 'lock',
      label: (
        <Term id="deposit" word={text.deposit}>
          {text.depositTerm}
        </Term>
      ),
      value: deposit === null ? text.unknown : deposit === 0 ? text.none : money(deposit, language),
    },
  ]
}

const yesNo = (value: boolean | null, language: Language) => {
  const { comfort } = stepWords(language)
  return value === null ? words(language).advert.unknown : value ? comfort.yes : comfort.no
}

/** What the law of its region wants told beside all else. */
export const lawFacts = (advert: Advert, language: Language): Fact[] =>
  lawAnswers(toldOf(advert), {
    language,
    region: advert.region,
    today: '9999-12-31',
    asks: [],
    house: null,
    law: [],
    asksAdvertiser: false,
  }).map(({ label, value }) => ({ icon: 'document', label, value }))

function energyOf(advert: Advert, language: Language): Fact['value'] {
  const { energy_label, epc_score, epc_code } = advert
  const { exemption } = toldOf(advert).answers
  // A room that shares its kitchen or bath has no certificate of its own.
  const shares = [advert.kitchen, advert.bath, advert.toilet].includes('shared') && energy_label !== 'exempt'
  const { energy } = stepWords(language)
  if (energy_label === null && epc_score === null) return words(language).advert.unknown
  const label = energy_label === 'exempt' ? energy.exempt : energy_label
  const score = epc_score !== null && `${epc_score} kWh/m²`
  const more = [exemption && energy.exemptions[exemption], label && score, shares && lawWords(language).ofBuilding, epc_code]
  return (
    <>
      {label || score}
      {more
        .filter((one) => one)
        .map((one) => (
          <span class="fact-more">{one}</span>
        ))}
    </>
  )
}

/** What there is to know of the room itself. What was not said is said to be unknown. */
export function roomFacts({ advert, language, today }: Told): Fact[] {
  const text = words(language).advert
  const { availability, comfort, registration } = stepWords(language)
  const share = (value: 'own' | 'shared' | null) => (value ? comfort[value] : text.unknown)
  const from = advert.available_from
  return [
    {
      icon: 'home',
      label: text.kind,
      value:
        advert.kind === 'kot' ? (
          <Term id="kot" word={text.kot}>
            {text.kotTerm}
          </Term>
        ) : (
          cardWords(language).kind[advert.kind]
        ),
    },
    { icon: 'size', label: text.size, value: advert.size === null ? text.unknown : `${advert.size} m²` },
    {
      icon: 'calendar',
      label: availability.label,
      value: (
        <>
          {from === null ? text.unknown : from <= today ? availability.now : dayIn(from, language)}
          {advert.available_until && <span class="fact-more">{text.until(dayIn(advert.available_until, language))}</span>}
        </>
      ),
    },
    {
      icon: 'clock',
      label: availability.lease,
      value: availability.leaseOf(advert.lease_min_months, advert.lease_max_months),
    },
    { icon: 'sofa', label: comfort.furnished, value: yesNo(advert.furnished, language) },
    { icon: 'kitchen', label: comfort.kitchen, value: share(advert.kitchen) },
    { icon: 'bath', label: comfort.bath, value: share(advert.bath) },
    { icon: 'bath', label: comfort.toilet, value: share(advert.toilet) },
    {
      icon: 'wifi',
      label: registration.internet,
      value: advert.internet ? registration.internets[advert.internet] : text.unknown,
    },
    {
      icon: 'key',
      label: (
        <Term id="domicile" word={text.domicile}>
          {text.domicileTerm}
        </Term>
      ),
      value: advert.domicile ? registration.domiciles[advert.domicile] : text.unknown,
    },
    {
      icon: 'bolt',
      label: (
        <Term id="energy" word={text.energy}>
          {text.energyTerm}
        </Term>
      ),
      value: energyOf(advert, language),
    },
  ]
}
