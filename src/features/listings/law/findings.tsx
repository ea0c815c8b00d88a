import type { Language } from '../../../std/words'
import { listIn } from '../../../std/written'
import { Notice, type NoticeTone } from '../../../ui'
import type { StepName } from '../steps/step'
import { type Finding, stepOf } from './judge'
import { words } from './words'

const tones = { refuse: 'danger', hold: 'warning', warn: 'info' } as const satisfies Record<string, NoticeTone>

/** What an advert goes against, in words for people: why, where it says so, what to change. `to` is the page to change it on. */
export const Findings = ({
  findings,
  language,
  to,
}: {
  findings: readonly Finding[]
  language: Language
  to?: (step: StepName) => string
}) => {
  const text = words(language)
  return (
    <>
      {(['refuse', 'hold', 'warn'] as const).map((effect) => {
        const these = findings.filter(({ rule }) => rule.effect === effect)
        if (these.length === 0) return null
        return (
          <Notice tone={tones[effect]} title={text[effect]}>
            <ul class="findings">
              {these.map(({ rule, quotes }) => (
                <li>
                  <p>
                    {rule.why[language]}{' '}
                    {quotes.length > 0 &&
                      text.quotes(
                        listIn(
                          quotes.map((one) => `“${one}”`),
                          language,
                        ),
                      )}
                  </p>
                  <p>
                    {text.change} {rule.change[language]} {to && <a href={to(stepOf(rule))}>{text.here}</a>}
                  </p>
                  <p class="soft small">
                    {text.source}{' '}
                    {rule.sources.map(({ law, article, url }, at) => (
                      <>
                        {at > 0 && '; '}
                        {url ? (
                          <a href={url} rel="noopener noreferrer">
                            {[law, article].filter(Boolean).join(', ')}
                          </a>
                        ) : (
                          [law, article].filter(Boolean).join(', ')
                        )}
                      </>
                    ))}
                    {rule.certainty === 'unverified' && ` (${text.unverified})`}
                  </p>
                </li>
              ))}
            </ul>
          </Notice>
        )
      })}
    </>
  )
}
