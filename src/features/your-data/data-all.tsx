import { type Context, Hono } from 'hono'
import { type Env, missing, signedIn } from '../../platform/http'
import { page } from '../../platform/http/page'
import { Entry, onPage, pageOf } from '../../privacy'
import { isHolding, isPurpose, registerWords } from '../../register'
import { momentIn } from '../../std/written'
import { BackLink, Empty, Pagination, Table } from '../../ui'
import { words } from './words'

/** The first, the last and those around `at`; a gap is null. */
export function around(at: number, last: number): (number | null)[] {
  const near = [1, at - 1, at, at + 1, last].filter((one) => one >= 1 && one <= last)
  const each = [...new Set(near)].toSorted((a, b) => a - b)
  return each.flatMap((one, index) => (index > 0 && one > (each[index - 1] ?? 0) + 1 ? [null, one] : [one]))
}

/** All there is of one holding, a page at a time: its records, or each time that something of it went to another. */
async function allOf(c: Context<Env>, what: 'records' | 'sent') {
  const { p, language: lang } = c.var
  const name = c.req.param('holding') ?? ''
  const asked = c.req.query('page') ?? '1'
  if (!isHolding(name) || !/^[1-9]\d{0,5}$/.test(asked)) throw missing()
  const at = Number(asked)
  const found = await pageOf(p, signedIn(c).personId, lang, name, at)
  const part = found?.[what]
  if (!found || !part || (at > 1 && part.all.length === 0)) throw missing()
  const text = words(lang).data
  const path = `/${lang}/account/data/${name}${what === 'sent' ? '/sent' : ''}`
  const last = Math.max(1, Math.ceil(part.count / onPage))
  const title = what === 'sent' ? text.allSent(part.item) : text.allOf(part.item)
  return page(
    c,
    { title, noindex: true },
    <>
      <BackLink lang={lang} href={`/${lang}/account/data`} text={text.title} />
      <h1>{title}</h1>
      <p class="lead">{text.allLead(part.said.where, part.count)}</p>
      {part.count === 0 ? (
        <Empty drawing="letterbox" title={text.allNone} />
      ) : what === 'sent' ? (
        <Table
          id="sent"
          caption={title}
          columns={[{ title: text.when }, { title: text.to }, { title: text.what }]}
          rows={found.sent.all.map(({ name, purpose, at: moment }) => [
            momentIn(Date.parse(moment), lang),
            name,
            isPurpose(purpose) ? registerWords(lang).purposes[purpose].name : purpose,
          ])}
        />
      ) : (
        <div class="copy-holding">
          <ul class="copy-records">
            {found.records.all.map((record) => (
              <Entry lang={lang} record={record} />
            ))}
          </ul>
        </div>
      )}
      {last > 1 && (
        <Pagination
          lang={lang}
          pages={around(at, last).map((number) => (number === null ? null : { number, href: `${path}?page=${number}` }))}
          current={at}
          {...(at > 1 ? { previous: `${path}?page=${at - 1}` } : {})}
          {...(at < last ? { next: `${path}?page=${at + 1}` } : {})}
        />
      )}
    </>,
  )
}

const holding = ':holding{[a-zA-Z]+\\.[a-zA-Z]+}'
/** Where the page of My data leads to for what does not fit on it. */
export const allPages = new Hono<Env>()
  .get(`/account/data/${holding}`, (c) => allOf(c, 'records'))
  .get(`/account/data/${holding}/sent`, (c) => allOf(c, 'sent'))
