import type { Language } from '../../std/words'
import { Notice } from '../../ui'
import { moneySignsIn } from './money'
import type { Side } from './rules'
import { words } from './words'

/** A city's own page about swindlers (housing.md S24). */
const official = 'https://studentkotweb.be/en/fraud-alert'

/** For who paid already: where to turn, and what to take along. */
export const PaidHelp = ({ lang }: { lang: Language }) => {
  const { help } = words(lang)
  return (
    <>
      <p>
        <strong>{help.paidTitle}</strong> {help.paid}
      </p>
      <p>
        <a href={official} hreflang="en" rel="noopener">
          {help.official}
        </a>
      </p>
    </>
  )
}

/** What to do, what never to do, and where to turn: without a script it opens all the same. */
export const ScamHelp = ({ lang, report }: { lang: Language; report: string }) => {
  const { help, moneyAdvice, moneyReport } = words(lang)
  return (
    <>
      <p>{moneyAdvice}</p>
      <p>
        <a href={report}>{moneyReport}</a>
      </p>
      <details>
        <summary>{help.open}</summary>
        <div class="flow">
          <p>
            <strong>{help.now}</strong>
          </p>
          <ul>
            {help.steps.map((step) => (
              <li>{step}</li>
            ))}
          </ul>
          <p>
            <strong>{help.neverTitle}</strong>
          </p>
          <ul>
            {help.never.map((step) => (
              <li>{step}</li>
            ))}
          </ul>
          <PaidHelp lang={lang} />
        </div>
      </details>
    </>
  )
}

type WarningProps = { text: string; report: string; lang: Language; reader: Side }

/** What in a message asks for care, and what to do about it. A seeker may well be abroad: that is a sign in an advertiser alone. */
export const MoneyWarning = ({ text, report, lang, reader }: WarningProps) => {
  const signs = moneySignsIn(text).filter((sign) => reader === 'seeker' || sign !== 'abroad')
  const { moneyTitle, money } = words(lang)
  return signs.length === 0 ? null : (
    <Notice tone="warning" title={moneyTitle}>
      {signs.map((sign) => (
        <p>{money[sign]}</p>
      ))}
      <ScamHelp lang={lang} report={report} />
    </Notice>
  )
}
