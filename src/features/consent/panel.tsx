import type { Platform } from '../../platform/feature'
import type { PurposeName } from '../../register'
import type { Language } from '../../std/words'
import { listIn } from '../../std/written'
import { Button, Form } from '../../ui'
import { choicesIn } from './paths'
import { type Asked, askedWith, hashOf } from './shown'
import { words } from './words'

/** What a form sends along of what it asked, so that a yes is to what stood there. */
export const AskedHere = ({ p, lang, asked }: { p: Platform; lang: Language; asked: readonly Asked[] }) => (
  <>
    {asked.map((one) => (
      <input type="hidden" name="asked" value={`${one.purpose} ${hashOf(p, lang, one)}`} />
    ))}
  </>
)

/** No and yes to all that is asked: the same button twice, side by side (AP, GBA: refusing is as easy as accepting). */
export const NoOrYes = ({ no, yes }: { no: string; yes: string }) => (
  <div class="consent-answers">
    <Button variant="secondary" name="all" value="no">
      {no}
    </Button>
    <Button variant="secondary" name="all" value="yes">
      {yes}
    </Button>
  </div>
)

/** The question, above a page that can be read whether or not it is answered. */
export const Panel = ({ p, lang, asks, to }: { p: Platform; lang: Language; asks: readonly PurposeName[]; to: string }) => {
  const text = words(lang).panel
  const asked = asks.map((purpose) => askedWith(p, lang, purpose))
  return (
    <section class="consent" aria-labelledby="consent-title">
      <div class="wrap consent-in">
        <div class="consent-text">
          <h2 id="consent-title">{text.title}</h2>
          <p>{text.lead(p.site.controller.name)}</p>
          <ul>
            {asked.map(({ name, what, companies }) => (
              <li>
                <strong>{name}.</strong> {what}{' '}
                {text.by(
                  listIn(
                    companies.map((company) => company.name),
                    lang,
                  ),
                )}
              </li>
            ))}
          </ul>
        </div>
        <Form action={choicesIn(lang)} hidden={{ to, how: 'panel' }}>
          <AskedHere p={p} lang={lang} asked={asked} />
          <NoOrYes no={text.no} yes={text.yes} />
          <p class="consent-more">
            <a href={choicesIn(lang, to)}>{text.choose}</a> <a href={`/${lang}/privacy`}>{text.more}</a>
          </p>
        </Form>
      </div>
    </section>
  )
}
