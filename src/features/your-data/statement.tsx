import type { Version } from '../../privacy'
import { dateIn, listIn } from '../../std/written'
import { Icon, LinkButton, Notice } from '../../ui'
import { words as exportsSaid } from './exports/words'
import { chapterTitle, inReadingOrder } from './holdings'
import { ProofLink } from './proofs/link'
import {
  asked,
  asksIn,
  Cookies,
  Known,
  Laws,
  Receivers,
  Rights,
  registers,
  type Said,
  Section,
  Where,
  Who,
  Why,
} from './sections'
import { Changes } from './version-changes'
import { words } from './words'

const Short = ({ lang, facts }: Said) => {
  const text = words(lang).statement
  const companies = facts.recipients.flatMap(({ company }) => (company ? [company.name] : []))
  const lines = [
    text.short.looking(facts.cookies.some(({ cookie }) => cookie === 'language')),
    ...(registers(facts) ? [text.short.four] : []),
    text.short.sealed,
    companies.length === 0
      ? text.short.nobody
      : companies.length === 1
        ? text.short.companies(companies.join())
        : text.short.severalCompanies(listIn(companies, lang)),
    asksIn(facts) ? text.short.neverUnasked : text.short.never,
    text.short.yours,
  ]
  return (
    <section class="statement-short" aria-labelledby="short-title">
      <h2 id="short-title">{text.inShort}</h2>
      <ul>
        {lines.map((line) => (
          <li>
            <Icon name="check" /> <span>{line}</span>
          </li>
        ))}
      </ul>
      <p class="statement-acts">
        {registers(facts) ? (
          <>
            <LinkButton href={`/${lang}/account/copy`}>{text.copy}</LinkButton>
            <LinkButton variant="secondary" href={`/${lang}/account/end`}>
              {text.end}
            </LinkButton>
          </>
        ) : (
          asked(facts) && <LinkButton href={`/${lang}/privacy/ask`}>{text.ask}</LinkButton>
        )}
      </p>
    </section>
  )
}

/** What is not done, or not before somebody said yes. */
const notDone = (lang: Said['lang'], { purposes, recipients }: Said['facts']): string[] => {
  const { notDone, notUnasked, staffOnly } = words(lang).statement
  const { ads, thirdParties } = notUnasked
  return Object.values({
    ...notDone,
    ...(purposes.some(({ purpose }) => purpose === 'moderation') ? {} : { automated: staffOnly.automated }),
    ...(purposes.some(({ purpose }) => purpose === 'commercialMail' || purpose === 'newsletter') ? { ads } : {}),
    ...(recipients.some(({ loads }) => loads) ? { thirdParties } : {}),
  })
}

type Published = { version: string; published?: Version | undefined; recent?: boolean | undefined }
/** The privacy statement. Nothing in it is known here: the facts come from the register and the site, each with its mark to be read back by. */
export const Statement = ({ lang, facts: given, version, published, recent }: Said & Published) => {
  const text = words(lang).statement
  const exported = exportsSaid(lang)
  const facts = { ...given, chapters: inReadingOrder(given.chapters) }
  const sections = [
    ['who', text.who],
    ['known', text.known],
    ['why', text.why],
    ['receivers', text.receivers],
    ['where', text.where],
    ['cookies', text.cookies],
    ['rights', text.rights],
    ['not', text.not],
    ['laws', text.laws],
    ['about', text.about],
  ] as const
  return (
    <div class="statement">
      <header class="statement-head flow">
        <h1>{text.title}</h1>
        <p class="lead">{text.lead(facts.site)}</p>
        {published && (
          <p>
            {text.since(published.number, dateIn(published.publishedAt, lang))}{' '}
            <a href={`/${lang}/privacy/changes`}>{text.changed}</a>
          </p>
        )}
        {published && recent && published.changes.length > 0 && (
          <Notice tone="info" title={text.recently(dateIn(published.publishedAt, lang))}>
            <Changes lang={lang} of={published} />
          </Notice>
        )}
        <Short lang={lang} facts={facts} />
      </header>
      <nav class="statement-contents" aria-labelledby="contents-title">
        <h2 id="contents-title">{text.contents}</h2>
        <ol>
          {sections.map(([id, title]) => (
            <li>
              <a href={`#${id}`}>{title}</a>
              {id === 'known' && (
                <ol>
                  {facts.chapters.map(({ chapter }) => (
                    <li>
                      <a href={`#known-${chapter}`}>{chapterTitle(lang, chapter)}</a>
                    </li>
                  ))}
                  {facts.counts && (
                    <li>
                      <a href="#known-counts">{text.counts.title}</a>
                    </li>
                  )}
                </ol>
              )}
            </li>
          ))}
        </ol>
      </nav>
      <div class="statement-body">
        <Who lang={lang} facts={facts} />
        <Known lang={lang} facts={facts} />
        <Why lang={lang} facts={facts} />
        <Receivers lang={lang} facts={facts} />
        <Where lang={lang} facts={facts} />
        <Cookies lang={lang} facts={facts} />
        <Rights lang={lang} facts={facts} />
        <Section lang={lang} id="not" title={text.not}>
          <ul class="measure statement-points">
            {notDone(lang, facts).map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </Section>
        <Laws lang={lang} facts={facts} />
        <Section lang={lang} id="about" title={text.about}>
          <p class="measure">{text.made}</p>
          <p class="measure" data-fact="version">
            {text.version(version)} <ProofLink lang={lang} fact="version" of={text.about} />
          </p>
          <p>
            <a href={`/${lang}/privacy/changes`}>{text.changed}</a>
          </p>
          <p>
            <a href={`/${lang}/privacy.json`}>{text.machine}</a>
          </p>
          <p>
            <a href={`/${lang}/privacy/record`}>{exported.link}</a>
          </p>
          <p>
            <a href={`/${lang}/privacy/agreements`}>{exported.agreements}</a>
          </p>
        </Section>
      </div>
    </div>
  )
}
