import type { Child } from 'hono/jsx'
import { holdingSaid, type RecipientFact, type StatementFacts } from '../../privacy'
import { askedOf, type Basis, holding, isCookie, isOnOnePage, keepWords, registerWords } from '../../register'
import type { Language } from '../../std/words'
import { countryIn, dayIn, labelled, listIn } from '../../std/written'
import { ChapterEntry } from './holdings'
import { ProofLink } from './proofs/link'
import type { SectionName } from './proofs/promised'
import { words as proofWords } from './proofs/words'
import { guardedSaid } from './said'
import { words } from './words'

export type Said = { lang: Language; facts: StatementFacts }

type Titled = { lang: Language; id: SectionName; title: string; children?: Child }
/** A section of the statement, with the way to where what it says is proved. */
export const Section = ({ lang, id, title, children }: Titled) => (
  <section class="statement-section flow" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
    <p class="statement-proof">
      <a href={`/${lang}/privacy/proofs#${id}`} aria-describedby={`${id}-title`}>
        {proofWords(lang).link}
      </a>
    </p>
  </section>
)

const Mail = ({ to }: { to: string }) => <a href={`mailto:${to}`}>{to}</a>

export const Who = ({ lang, facts: { controller, officer, authority } }: Said) => {
  const text = words(lang).statement
  return (
    <Section lang={lang} id="who" title={text.who}>
      <dl class="statement-who">
        <div data-fact="controller">
          <dt>{text.controller}</dt>
          <dd>
            <span data-of="name">{controller.name}</span>
            <br />
            <span data-of="address">{controller.address}</span>
            <br />
            <span data-of="registration">{controller.registration}</span>
            <br />
            <span data-of="email">
              <Mail to={controller.email} />
            </span>{' '}
            <ProofLink lang={lang} fact="controller" of={text.controller} />
          </dd>
        </div>
        <div data-fact="officer">
          <dt>{text.officer}</dt>
          <dd>
            <span data-of="name">{officer.name}</span>
            <br />
            {officer.address && (
              <>
                <span data-of="address">{officer.address}</span>
                <br />
              </>
            )}
            <span data-of="email">
              <Mail to={officer.email} />
            </span>{' '}
            <ProofLink lang={lang} fact="officer" of={text.officer} />
          </dd>
        </div>
        <div data-fact="authority">
          <dt>{text.authority}</dt>
          <dd>
            <a href={authority.url} data-of="name">
              {authority.name}
            </a>{' '}
            <ProofLink lang={lang} fact="authority" of={text.authority} />
          </dd>
        </div>
      </dl>
    </Section>
  )
}

/** Whether anybody can make an account. */
export const registers = ({ purposes }: Said['facts']): boolean => purposes.some(({ purpose }) => purpose === 'registration')
/** Whether one can ask about one's data without an account. */
export const asked = ({ chapters }: Said['facts']): boolean => chapters.some(({ chapter }) => chapter === 'requests')

/** What is counted of nobody: no holding, and still told. */
const Counts = ({ lang, of: { counted, step, keep } }: { lang: Language; of: NonNullable<StatementFacts['counts']> }) => {
  const { counts: text } = words(lang).statement
  return (
    <section class="flow" id="known-counts" data-fact="counts" aria-labelledby="known-counts-title">
      <h3 id="known-counts-title">
        <span data-of="title">{text.title}</span> <ProofLink lang={lang} fact="counts" of={text.title} />
      </h3>
      <p class="measure" data-of="how">
        {text.how(step, keepWords(lang, keep))}
      </p>
      <p>{labelled(text.what, lang)}</p>
      <ul class="measure statement-points" data-of="counted">
        {counted.map((one) => (
          <li>{registerWords(lang).counted[one]}</li>
        ))}
      </ul>
      <p class="measure" data-of="not">
        {text.not}
      </p>
    </section>
  )
}

export const Known = ({ lang, facts }: Said) => {
  const text = words(lang).statement
  const { stored } = registerWords(lang)
  const ways = [stored.sealed, stored.published, stored.unsealed, stored.blindIndex, stored.byDay]
  return (
    <Section lang={lang} id="known" title={text.known}>
      <p class="measure">{registers(facts) ? text.knownLead : text.staffOnly.known}</p>
      <dl class="statement-ways">
        {ways.map(({ name, what }) => (
          <div>
            <dt>{name}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      {facts.chapters.map((chapter) => (
        <ChapterEntry lang={lang} of={chapter} />
      ))}
      {facts.counts && <Counts lang={lang} of={facts.counts} />}
    </Section>
  )
}

/** Whether the pages of the site ask consent to something: not where only what goes to an address rests on it. */
export const asksIn = ({ purposes }: Pick<StatementFacts, 'purposes'>): boolean =>
  purposes.some(({ purpose }) => ['browser', 'account'].includes(askedOf(purpose) ?? ''))

const BasisEntry = ({ lang, facts, basis }: Said & { basis: Basis }) => {
  const text = words(lang).statement
  const said = registerWords(lang)
  const rights = facts.bases.find((one) => one.basis === basis)?.rights ?? []
  return (
    <section class="basis flow" data-fact={`basis:${basis}`} aria-labelledby={`basis-${basis}`}>
      <h3 id={`basis-${basis}`} data-of="name">
        {said.bases[basis].name}
      </h3>
      <p class="measure">
        {said.bases[basis].what}{' '}
        <span class="statement-article" data-of="article">
          {said.bases[basis].article}
        </span>
      </p>
      <dl class="purposes">
        {facts.purposes
          .filter((one) => one.basis === basis)
          .map(({ purpose, law }) => (
            <div id={`why-${purpose}`} data-fact={`purpose:${purpose}`}>
              <dt data-of="name">{said.purposes[purpose].name}</dt>
              <dd>
                <span data-of="what">{said.purposes[purpose].what}</span>{' '}
                {law && (
                  <span class="statement-article" data-of="law">
                    {law}
                  </span>
                )}
              </dd>
            </div>
          ))}
      </dl>
      <p class="basis-rights">
        {text.youCan}{' '}
        <span data-of="rights">
          {rights.map((right, at) => (
            <>
              {at > 0 && ' · '}
              <a href={`#right-${right}`}>{said.rights[right].name}</a>
            </>
          ))}
        </span>{' '}
        <ProofLink lang={lang} fact={`basis:${basis}`} of={said.bases[basis].name} />
      </p>
    </section>
  )
}

export const Why = ({ lang, facts }: Said) => {
  const text = words(lang).statement
  return (
    <Section lang={lang} id="why" title={text.why}>
      <p class="measure">{text.whyLead}</p>
      {facts.bases.map(({ basis }) => (
        <BasisEntry lang={lang} facts={facts} basis={basis} />
      ))}
    </Section>
  )
}

/** Where else a company has what it has, and on what terms. */
const Agreed = ({ lang, of }: { lang: Language; of: NonNullable<RecipientFact['company']> }) => {
  const text = words(lang).statement
  return (
    <>
      {of.parts?.map(({ what, place }) => (
        <>
          {' · '}
          <span data-of="part">{text.part(what, countryIn(place, lang))}</span>
        </>
      ))}
      {of.host && (
        <>
          {' · '}
          <span data-of="host">{text.machines(of.host)}</span>
        </>
      )}
      {of.agreement && (
        <>
          {' · '}
          <span data-of="agreement">{text.agreement(dayIn(of.agreement, lang))}</span>
        </>
      )}
      {of.transfer && (
        <>
          {' · '}
          <span data-of="transfer">{text.transfer[of.transfer]}</span>
        </>
      )}
      {of.statement && (
        <>
          {' · '}
          <a href={of.statement} data-of="statement">
            {text.itsStatement(of.name)}
          </a>
        </>
      )}
    </>
  )
}

const RecipientEntry = ({ lang, of }: { lang: Language; of: RecipientFact }) => {
  const text = words(lang).statement
  const said = registerWords(lang)
  const { company } = of
  return (
    <article class="recipient flow" id={`to-${of.recipient}`} data-fact={`recipient:${of.recipient}`}>
      <h3 data-of="name">{said.recipients[of.recipient].name}</h3>
      <p class="measure">
        {said.recipients[of.recipient].what} <span data-of="kind">({said.recipientKinds[of.kind]})</span>{' '}
        <ProofLink lang={lang} fact={`recipient:${of.recipient}`} of={said.recipients[of.recipient].name} />
      </p>
      {company && (
        <p>
          <strong data-of="company">{company.name}</strong>, <span data-of="place">{countryIn(company.place, lang)}</span>
          <Agreed lang={lang} of={company} />
        </p>
      )}
      {of.loads && (
        <p class="measure" data-fact={`loads:${of.recipient}`}>
          <span data-of="purpose">{said.purposes[of.loads.purpose].name}</span>.{' '}
          <span data-of="told">
            {(isOnOnePage(of.loads.purpose) ? text.loadsOnOnePage : text.loads)(listIn(of.loads.hosts, lang))}
          </span>
        </p>
      )}
      <dl class="purposes">
        {of.gets.map(({ purpose, holdings }) => (
          <div data-fact={`gets:${of.recipient}.${purpose}`}>
            <dt data-of="purpose">{said.purposes[purpose].name}</dt>
            <dd>
              <ul class="held-values" data-of="holdings">
                {holdings.map((name) => (
                  <li>{holdingSaid(lang, name)}</li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </article>
  )
}

export const Receivers = ({ lang, facts }: Said) => {
  const text = words(lang).statement
  return (
    <Section lang={lang} id="receivers" title={text.receivers}>
      <p class="measure">{text.receiversLead}</p>
      {facts.recipients.map((recipient) => (
        <RecipientEntry lang={lang} of={recipient} />
      ))}
    </Section>
  )
}

export const Where = ({ lang, facts }: Said) => {
  const text = words(lang).statement
  const { security } = text
  return (
    <Section lang={lang} id="where" title={text.where}>
      <p class="measure" data-fact="hosting">
        {text.hosting} <strong data-of="name">{facts.hosting.name}</strong>,{' '}
        <span data-of="place">{countryIn(facts.hosting.place, lang)}</span>
        <Agreed lang={lang} of={facts.hosting} />. {facts.hosting.measures}{' '}
        <span data-of="eea">{facts.allInEea ? text.allInEea : text.outsideEea}</span>{' '}
        <ProofLink lang={lang} fact="hosting" of={text.where} />
      </p>
      <ul class="measure statement-points">
        {guardedSaid(lang, facts).map((line) => (
          <li>{line}</li>
        ))}
        <li data-fact="requests">
          <span data-of="bound">{security.requests(holding['traffic.log'].keep.days)}</span>{' '}
          <ProofLink lang={lang} fact="requests" of={registerWords(lang).items.traffic.name} />
        </li>
        <li data-fact="erasure">
          <span data-of="bound">{security.erasing(facts.backupDays)}</span> <ProofLink lang={lang} fact="erasure" of={text.end} />
        </li>
      </ul>
    </Section>
  )
}

export const Cookies = ({ lang, facts }: Said) => {
  const text = words(lang).statement
  const said = registerWords(lang)
  return (
    <Section lang={lang} id="cookies" title={text.cookies}>
      <p class="measure">
        {asksIn(facts) ? (
          <>
            {text.cookiesConsent} <a href={`/${lang}/choices`}>{text.choices}</a>
          </>
        ) : (
          text.cookiesLead
        )}
      </p>
      <dl class="purposes">
        {facts.cookies.map(({ cookie, days, consent, what }) => (
          <div data-fact={`cookie:${cookie}`}>
            <dt>
              <code data-of="name">{cookie}</code>
            </dt>
            <dd>
              <span data-of="what">{what ?? (isCookie(cookie) ? said.cookies[cookie] : '')}</span>{' '}
              <span class="statement-article">
                {labelled(text.life, lang)}{' '}
                <span data-of="life">{days === null ? said.cookieLife.session : said.cookieLife.days(days)}</span>
              </span>
              {consent && <span data-of="consent"> ({text.consent})</span>}{' '}
              <ProofLink lang={lang} fact={`cookie:${cookie}`} of={cookie} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}

export const Rights = ({ lang, facts }: Said) => {
  const text = words(lang).statement
  const said = registerWords(lang)
  return (
    <Section lang={lang} id="rights" title={text.rights}>
      <p class="measure">
        {registers(facts) ? text.rightsLead : text.staffOnly.rights} <Mail to={facts.officer.email} />
      </p>
      {asked(facts) && (
        <ul>
          <li>
            <a href={`/${lang}/privacy/ask`}>{text.ask}</a>
          </li>
          <li>
            <a href={`/${lang}/privacy/request`}>{text.request}</a>
          </li>
        </ul>
      )}
      <dl class="purposes">
        {facts.rights.map((right) => (
          <div id={`right-${right}`} data-fact={`right:${right}`}>
            <dt data-of="name">{said.rights[right].name}</dt>
            <dd>
              {said.rights[right].what} <ProofLink lang={lang} fact={`right:${right}`} of={said.rights[right].name} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="measure">{text.complaint(facts.authority.name)}</p>
    </Section>
  )
}

export const Laws = ({ lang, facts }: Said) => {
  const text = words(lang).statement
  const said = registerWords(lang)
  return (
    <Section lang={lang} id="laws" title={text.laws}>
      <p class="measure">{text.lawsLead}</p>
      <dl class="purposes">
        {facts.laws.map(({ law, of, cited, url }) => (
          <div data-fact={`law:${law}`}>
            <dt data-of="name">{said.laws[law].name}</dt>
            <dd>
              <span data-of="what">{said.laws[law].what}</span>{' '}
              <a class="statement-article" href={url} data-of="cited">
                {of} {cited}
              </a>{' '}
              <ProofLink lang={lang} fact={`law:${law}`} of={said.laws[law].name} />
            </dd>
          </div>
        ))}
      </dl>
      <p class="measure" data-fact="otherLaw">
        <span data-of="what">{text.otherLaw}</span>{' '}
        <span data-of="email">
          <Mail to={facts.officer.email} />
        </span>{' '}
        <ProofLink lang={lang} fact="otherLaw" of={text.laws} />
      </p>
    </Section>
  )
}
