import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { isHolding, registerWords } from '../register'
import { type Language, locales } from '../std/words'
import { dayIn, labelled, momentIn } from '../std/written'
import type { Copy, CopyFlow, CopyHolding, CopyWith, HoldingFlow, HoldingSaid } from './copy'
import { holdingSaid } from './exports'
import type { CopyRecord } from './records'
import { words } from './words'

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const day = /^\d{4}-\d\d-\d\d$/

const Value = ({ lang, value }: { lang: Language; value: unknown }): Child => {
  const text = words(lang)
  if (value === null || value === '') return <>–</>
  if (typeof value === 'boolean') return <>{value ? text.yes : text.no}</>
  if (typeof value === 'string' && moment.test(value)) return <time datetime={value}>{momentIn(Date.parse(value), lang)}</time>
  if (typeof value === 'string' && day.test(value)) return <time datetime={value}>{dayIn(value, lang)}</time>
  if (typeof value === 'string' && isHolding(value)) return <>{holdingSaid(lang, value)}</>
  if (Array.isArray(value))
    return value.length === 0 ? (
      <>–</>
    ) : (
      value.map((one: unknown, at) => (
        <>
          {at > 0 && '; '}
          <Value lang={lang} value={one} />
        </>
      ))
    )
  if (typeof value === 'object') return <Values lang={lang} values={value} />
  return <span class="copy-text">{String(value)}</span>
}

/** What a code of the program is called, by the column in which it stands. */
function called(lang: Language, column: string, value: unknown): unknown {
  const said = registerWords(lang)
  const names: Record<string, Record<string, string | { name: string }>> = {
    recipient: said.recipients,
    purpose: said.purposes,
    change: said.changes,
  }
  const name = typeof value === 'string' ? names[column]?.[value] : undefined
  return typeof name === 'object' ? name.name : (name ?? value)
}

const Values = ({ lang, values }: { lang: Language; values: object }) => {
  const labels: Record<string, string> = registerWords(lang).columns
  return (
    <dl class="copy-values">
      {Object.entries(values).map(([column, value]) => (
        <div>
          <dt>{labels[column] ?? column}</dt>
          <dd>
            <Value lang={lang} value={called(lang, column, value)} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

type FileAt = (file: string) => string
type EntryProps = { lang: Language; record: CopyRecord; fileAt?: FileAt | undefined }
/** What stands of a holding in one row. */
export const Entry = ({ lang, record, fileAt }: EntryProps) => {
  const text = words(lang)
  if (Object.keys(record.values).length === 0) return null
  return (
    <li>
      <Values lang={lang} values={record.values} />
      {fileAt &&
        record.files?.map((file) => (
          <p>
            <a href={fileAt(file)}>{`${text.file} ${file}`}</a>
          </p>
        ))}
      {record.goes && <p class="copy-goes">{`${text.goes} ${momentIn(Date.parse(record.goes), lang)}`}</p>}
    </li>
  )
}

/** To whom something went, and when; of more than three times the last, and the others for who asks. `children`: all times, the oldest first. */
const Sent = ({
  lang,
  to,
  times,
  last,
  children,
}: {
  lang: Language
  to: string
  times: number
  last: string
  children?: Child
}) => (
  <li>
    {times <= 3 ? (
      <>
        {labelled(to, lang)} {children}
      </>
    ) : (
      <details>
        <summary>
          {labelled(to, lang)} {words(lang).sentTimes(times, momentIn(Date.parse(last), lang))}
        </summary>
        {children}
      </details>
    )}
  </li>
)

type Long = { readonly length: number }
type Counted = HoldingSaid & { records: Long; sent: Long }
type HoldingProps = { lang: Language; of: Counted; sent: Child; beside?: Child; children?: Child }
/** A holding with its records, `children`, and those who received something of it. */
export const HoldingView = ({ lang, of, sent, beside, children }: HoldingProps) => {
  const text = words(lang)
  return (
    <section class="copy-holding">
      <h3>{of.where}</h3>
      {of.records.length === 0 ? (
        <p class="copy-nothing">{of.unlinkable ? text.unlinkable : text.nothing}</p>
      ) : (
        <>
          <ul class="copy-records">{children}</ul>
          {of.secret && <p>{text.secret}</p>}
        </>
      )}
      <dl class="copy-about">
        <div>
          <dt>{text.why}</dt>
          <dd>
            {of.purposes.map(({ name, basisName }) => `${name} (${basisName.toLocaleLowerCase(locales[lang])})`).join(', ')}
          </dd>
        </div>
        <div>
          <dt>{text.keep}</dt>
          <dd>{of.keep.text}</dd>
        </div>
        <div>
          <dt>{text.source}</dt>
          <dd>{of.source.text}</dd>
        </div>
        <div>
          <dt>{text.sent}</dt>
          <dd>{of.sent.length === 0 ? text.nobody : <ul class="copy-sent">{sent}</ul>}</dd>
        </div>
      </dl>
      {beside}
    </section>
  )
}

type ItemProps = { of: { item: string; name: string; what: string }; children?: Child }
export const ItemView = ({ of: { item, name, what }, children }: ItemProps) => (
  <section class="copy-item" id={item}>
    <h2>{name}</h2>
    <p class="copy-what">{what}</p>
    {children}
  </section>
)

/** Holdings with something to say of somebody, and those of which there is nothing. */
export function parted<H extends Counted, I extends { holdings: H[] }>(items: readonly I[]): { held: I[]; none: I[] } {
  const isThere = ({ records, sent, unlinkable }: H) => unlinkable || records.length > 0 || sent.length > 0
  const only = (wanted: (holding: H) => boolean) =>
    items.map((item) => ({ ...item, holdings: item.holdings.filter(wanted) })).filter(({ holdings }) => holdings.length > 0)
  return { held: only(isThere), none: only((holding) => !isThere(holding)) }
}

/** What we could hold of somebody, and do not. */
export const Nothing = ({
  lang,
  items,
}: {
  lang: Language
  items: readonly { name: string; holdings: { where: string }[] }[]
}) =>
  items.length > 0 ? (
    <details class="copy-none">
      <summary>{words(lang).none(items.reduce((sum, { holdings }) => sum + holdings.length, 0))}</summary>
      <ul>
        {items.map(({ name, holdings }) => (
          <li>
            {labelled(name, lang)} {holdings.map(({ where }) => where).join('; ')}
          </li>
        ))}
      </ul>
    </details>
  ) : null

export const LeftOut = ({ copy: { about, leftOut } }: { copy: Pick<CopyWith<unknown>, 'about' | 'leftOut'> }) =>
  leftOut > 0 ? <p>{words(about.language).leftOut(leftOut)}</p> : null

/** A copy as a person reads it, item by item. `beside`: what one can do about a holding. */
export const CopyView = ({ copy, beside }: { copy: Copy; beside?: (of: CopyHolding) => Child }) => {
  const lang = copy.about.language
  const sentOf = ({ sent }: CopyHolding) =>
    [...Map.groupBy(sent, ({ name }) => name)].map(([name, times]) => (
      <Sent lang={lang} to={name} times={times.length} last={times.at(-1)?.at ?? ''}>
        {times.map(({ at }) => momentIn(Date.parse(at), lang)).join(' · ')}
      </Sent>
    ))
  const { held, none } = parted<CopyHolding, Copy['items'][number]>(copy.items)
  return (
    <>
      {held.map((item) => (
        <ItemView of={item}>
          {item.holdings.map((holding) => (
            <HoldingView lang={lang} of={holding} sent={sentOf(holding)} beside={beside?.(holding)}>
              {holding.records.map((record) => (
                <Entry lang={lang} record={record} fileAt={undefined} />
              ))}
            </HoldingView>
          ))}
        </ItemView>
      ))}
      <LeftOut copy={copy} />
      <Nothing lang={lang} items={none} />
    </>
  )
}

const style = `:root{color-scheme:light dark}body{font:1rem/1.55 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1.5rem}
h2{margin:2.5rem 0 .25rem;border-top:1px solid;padding-top:1rem}h3{font-size:1rem;margin:1rem 0 .5rem}p{margin:.5rem 0}dl{margin:0}
.copy-what,.copy-about,.copy-goes,.copy-nothing{opacity:.75;font-size:.9rem}ul{padding-left:1.2rem}li{margin:.5rem 0}
dl>div{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;gap:1rem}dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}.copy-text{white-space:pre-wrap}
.copy-about{margin-top:.75rem}@media(max-width:32rem){dl>div{display:block}}`

const Document = ({ copy, children }: { copy: CopyFlow; children?: Child }) => {
  const { about } = copy
  const text = words(about.language)
  return (
    <html lang={about.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{text.title(about.site)}</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <h1>{text.title(about.site)}</h1>
        <p>{text.made(momentIn(Date.parse(about.madeAt), about.language))}</p>
        <p>{text.lead}</p>
        <p>
          {about.controller.name}, {about.controller.address} · <a href={about.statement.url}>{text.statement}</a> (
          {about.statement.version})
        </p>
        {children}
        <LeftOut copy={copy} />
        <p>{text.questions(about.officer.email)}</p>
      </body>
    </html>
  )
}

const here = '<!--here-->'
/** What stands before, between and after the places left open in a piece of a page. What people wrote is escaped, and opens none. */
const around = (piece: (hole: Child) => Child): string[] => `${piece(raw(here))}`.split(here)

async function* sentPieces({ sent }: HoldingFlow, lang: Language): AsyncGenerator<string> {
  const last = new Map<string, { times: number; at: string }>()
  for await (const { name, at } of sent) last.set(name, { times: (last.get(name)?.times ?? 0) + 1, at })
  for (const [name, { times, at }] of last) {
    const [open = '', close = ''] = around((hole) => (
      <Sent lang={lang} to={name} times={times} last={at}>
        {hole}
      </Sent>
    ))
    yield open
    let between = ''
    for await (const one of sent) {
      if (one.name !== name) continue
      yield between + momentIn(Date.parse(one.at), lang)
      between = ' · '
    }
    yield close
  }
}

/** The page index.html of an archive, bit by bit: whole, with nothing to load but the files beside it. */
export async function* copyDocument(copy: CopyFlow): AsyncGenerator<string> {
  const lang = copy.about.language
  const [before = '', after = ''] = around((hole) => <Document copy={copy}>{hole}</Document>)
  yield `<!doctype html>${before}`
  const { held, none } = parted<HoldingFlow, CopyFlow['items'][number]>(copy.items)
  for (const item of held) {
    const [open = '', close = ''] = around((hole) => <ItemView of={item}>{hole}</ItemView>)
    yield open
    for (const holding of item.holdings) {
      const view = around((hole) => (
        <HoldingView lang={lang} of={holding} sent={hole}>
          {hole}
        </HoldingView>
      ))
      yield view.shift() ?? ''
      if (holding.records.length > 0) {
        for await (const record of holding.records)
          yield `${<Entry lang={lang} record={record} fileAt={(file) => `files/${file}`} />}`
        yield view.shift() ?? ''
      }
      yield* sentPieces(holding, lang)
      yield view.shift() ?? ''
    }
    yield close
  }
  yield `${<Nothing lang={lang} items={none} />}${after}`
}
