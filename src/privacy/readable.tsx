import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import { isHolding, registerWords } from '../register'
import { type Language, locales } from '../std/words'
import { labelled, momentIn } from '../std/written'
import type { Copy, CopyHolding, CopyRecord } from './copy'
import { holdingSaid } from './exports'
import { words } from './words'

const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/

const Value = ({ lang, value }: { lang: Language; value: unknown }): Child => {
  const text = words(lang)
  if (value === null || value === undefined || value === '') return <>–</>
  if (typeof value === 'boolean') return <>{value ? text.yes : text.no}</>
  if (typeof value === 'string' && moment.test(value)) return <time datetime={value}>{momentIn(Date.parse(value), lang)}</time>
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

const Values = ({ lang, values }: { lang: Language; values: object }) => {
  const labels: Record<string, string> = registerWords(lang).columns
  return (
    <dl class="copy-values">
      {Object.entries(values).map(([column, value]) => (
        <div>
          <dt>{labels[column] ?? column}</dt>
          <dd>
            <Value lang={lang} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Entry = ({ lang, record, fileAt }: { lang: Language; record: CopyRecord; fileAt: FileAt | undefined }) => {
  const text = words(lang)
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

/** To whom something went, and when; of more than three times the last, and the others for who asks. `at`: the oldest first. */
const Sent = ({ lang, to, at }: { lang: Language; to: string; at: readonly string[] }) => {
  const whole = at.join(' · ')
  return at.length <= 3 ? (
    <>
      {labelled(to, lang)} {whole}
    </>
  ) : (
    <details>
      <summary>
        {labelled(to, lang)} {words(lang).sentTimes(at.length, at.at(-1) ?? '')}
      </summary>
      {whole}
    </details>
  )
}

type HoldingProps = { lang: Language; of: CopyHolding; fileAt: FileAt | undefined; beside: Beside | undefined }
const HoldingView = ({ lang, of, fileAt, beside }: HoldingProps) => {
  const text = words(lang)
  return (
    <section class="copy-holding">
      <h3>{of.where}</h3>
      {of.records.length === 0 ? (
        <p class="copy-nothing">{of.unlinkable ? text.unlinkable : text.nothing}</p>
      ) : (
        <>
          <ul class="copy-records">
            {of.records
              .filter((record) => Object.keys(record.values).length > 0)
              .map((record) => (
                <Entry lang={lang} record={record} fileAt={fileAt} />
              ))}
          </ul>
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
          <dd>
            {of.sent.length === 0 ? (
              text.nobody
            ) : (
              <ul class="copy-sent">
                {[...Map.groupBy(of.sent, ({ name }) => name)].map(([name, times]) => (
                  <li>
                    <Sent lang={lang} to={name} at={times.map(({ at }) => momentIn(Date.parse(at), lang))} />
                  </li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
      {beside?.(of)}
    </section>
  )
}

type FileAt = (file: string) => string
type Beside = (of: CopyHolding) => Child

/** A copy as a person reads it, item by item. `fileAt` says where a file of it is found; `beside`, what one can do about a holding. */
export const CopyView = ({ copy, fileAt, beside }: { copy: Copy; fileAt?: FileAt; beside?: Beside }) => {
  const lang = copy.about.language
  return (
    <>
      {copy.items.map(({ item, name, what, holdings }) => (
        <section class="copy-item" id={item}>
          <h2>{name}</h2>
          <p class="copy-what">{what}</p>
          {holdings.map((holding) => (
            <HoldingView lang={lang} of={holding} fileAt={fileAt} beside={beside} />
          ))}
        </section>
      ))}
      {copy.leftOut > 0 && <p>{words(lang).leftOut(copy.leftOut)}</p>}
    </>
  )
}

const style = `:root{color-scheme:light dark}body{font:1rem/1.55 system-ui,sans-serif;max-width:48rem;margin:0 auto;padding:1.5rem}
h2{margin:2.5rem 0 .25rem;border-top:1px solid;padding-top:1rem}h3{font-size:1rem;margin:1rem 0 .5rem}p{margin:.5rem 0}dl{margin:0}
.copy-what,.copy-about,.copy-goes,.copy-nothing{opacity:.75;font-size:.9rem}ul{padding-left:1.2rem}li{margin:.5rem 0}
dl>div{display:grid;grid-template-columns:minmax(8rem,12rem) 1fr;gap:1rem}dt{opacity:.75}dd{margin:0;overflow-wrap:anywhere}.copy-text{white-space:pre-wrap}
.copy-about{margin-top:.75rem}@media(max-width:32rem){dl>div{display:block}}`

/** The page index.html of an archive: whole, with nothing to load. */
export const copyDocument = (copy: Copy): string => {
  const { about } = copy
  const text = words(about.language)
  return `<!doctype html>${(
    (
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
          <CopyView copy={copy} fileAt={(file) => `files/${file}`} />
          <p>{text.questions(about.officer.email)}</p>
        </body>
      </html>
    )
  ).toString()}`
}
