import { type Context, Hono } from 'hono'
import { type Audit, lastAudit } from '../../../platform/audits'
import type { Env } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import type { Site } from '../../../platform/site'
import { statementFacts } from '../../../privacy'
import { keysOf } from '../../../std/keys'
import type { Language } from '../../../std/words'
import { dateIn, labelled, momentIn } from '../../../std/written'
import { BackLink, Table, Tag } from '../../../ui'
import { words as statementWords } from '../words'
import { factsNamed, promisesBehind } from './facts'
import { isPromised, type PromiseId, promised } from './promised'
import { checkNamed, words } from './words'

/** A test that names promises in its title. `passed`: how it ended where the program was built, if it ran there. */
export type Proof = { ids: string[]; file: string; name: string; passed?: boolean; at?: string }

// Written by scripts/proofs.ts before the program is built or tested; a checkout that was never built has none.
const [listed = []] = Object.values(import.meta.glob<Proof[]>('./proofs.data.json', { eager: true, import: 'default' }))

const State = ({ lang, proofs, ran }: { lang: Language; proofs: readonly Proof[]; ran: boolean }) => {
  const text = words(lang)
  if (proofs.length === 0) return <Tag>{text.none}</Tag>
  if (!ran) return null
  if (proofs.some(({ passed }) => passed === false)) return <Tag tone="danger">{text.failed}</Tag>
  return proofs.some(({ passed }) => passed) ? <Tag tone="success">{text.passed}</Tag> : <Tag>{text.unrun}</Tag>
}

type Listed = { lang: Language; id: PromiseId; proofs: readonly Proof[]; ran: boolean }
const Promised = ({ lang, id, proofs, ran }: Listed) => {
  const text = words(lang)
  return (
    <li id={id} data-fact={`promise:${id}`}>
      <p>
        <span data-of="said">{text.promises[id]}</span> <State lang={lang} proofs={proofs} ran={ran} />
      </p>
      {proofs.length > 0 && (
        <details>
          <summary>
            {labelled(id, lang)} {text.tests(proofs.length)}
          </summary>
          <ul class="proofs" data-of="proofs">
            {proofs.map(({ file, name, passed, at }) => (
              <li lang="en">
                {name} <span class="soft">{file}</span>
                {at && (
                  <span class="soft" lang={lang}>
                    {' '}
                    {passed ? text.ran(dateIn(new Date(`${at}Z`), lang)) : text.failed}
                  </span>
                )}
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

const LastAudit = ({ lang, of }: { lang: Language; of: Audit | undefined }) => {
  const text = words(lang)
  if (!of) return <p>{text.never}</p>
  return (
    <>
      <p data-fact="audit">{(of.agree ? text.agree : text.differ)(momentIn(of.at, lang))}</p>
      <Table
        id="audit"
        caption={text.caption}
        columns={[{ title: text.about }, { title: text.compared, numeric: true }, { title: text.different, numeric: true }]}
        rows={of.checks.map(({ about, compared, different }) => [checkNamed(about, lang), String(compared), String(different)])}
      />
    </>
  )
}

type Of = { lang: Language; site: Site; proofs: readonly Proof[]; audit: Audit | undefined }
/** Every promise of the statement with what proves it. */
export const Proofs = ({ lang, site, proofs, audit }: Of) => {
  const text = words(lang)
  const said = statementWords(lang).statement
  const ran = proofs.some(({ passed }) => passed !== undefined)
  return (
    <>
      <BackLink lang={lang} href={`/${lang}/privacy`} />
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {!ran && <p class="measure">{text.noneRan}</p>}
      <section class="flow" id="audit" aria-labelledby="audit-title">
        <h2 id="audit-title">{text.audit}</h2>
        <LastAudit lang={lang} of={audit} />
      </section>
      {keysOf(promised).map((section) => (
        <section class="flow" id={section} aria-labelledby={`${section}-title`}>
          <h2 id={`${section}-title`}>{said[section]}</h2>
          <ul class="promises">
            {promised[section]
              .filter((id) => isPromised(id, site))
              .map((id) => (
                <Promised lang={lang} id={id} proofs={proofs.filter(({ ids }) => ids.includes(id))} ran={ran} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

/** One fact of the statement with what proves it. */
const About = ({ lang, site, fact, of }: Pick<Of, 'lang' | 'site'> & { fact: string; of: string }) => {
  const text = words(lang)
  const ran = listed.some(({ passed }) => passed !== undefined)
  return (
    <>
      <BackLink lang={lang} href={`/${lang}/privacy`} />
      <h1>
        {labelled(text.title, lang)} {of}
      </h1>
      {!ran && <p class="measure">{text.noneRan}</p>}
      <ul class="promises" data-about={fact}>
        {promisesBehind(fact)
          .filter((id) => isPromised(id, site))
          .map((id) => (
            <Promised lang={lang} id={id} proofs={listed.filter(({ ids }) => ids.includes(id))} ran={ran} />
          ))}
      </ul>
      <p>
        <a href={`/${lang}/privacy/proofs`}>{text.all}</a>
      </p>
    </>
  )
}

async function proofs(c: Context<Env>) {
  const { p, language: lang } = c.var
  const text = words(lang)
  const fact = c.req.query('about') ?? ''
  const of = fact ? factsNamed(lang, statementFacts(p, lang)).get(fact) : undefined
  if (of)
    return page(
      c,
      { title: `${labelled(text.title, lang)} ${of}`, noindex: true, canonical: `/${lang}/privacy/proofs`, sharedFor: 300 },
      <About lang={lang} site={p.site} fact={fact} of={of} />,
    )
  const audit = await lastAudit(p.db)
  return page(
    c,
    { title: text.title, description: text.lead, sharedFor: 300 },
    <Proofs lang={lang} site={p.site} proofs={listed} audit={audit} />,
  )
}

export const proofPages = new Hono<Env>().get('/privacy/proofs', proofs)
