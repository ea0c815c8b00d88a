import { Hono } from 'hono'
import type { Platform, QueueItem } from '../../platform/feature'
import { atDesk, type Env } from '../../platform/http'
import type { Role } from '../../register'
import type { Language } from '../../std/words'
import { Empty, Table, Tabs, Tag, Time } from '../../ui'
import { deskPage } from './desk-page'
import { may } from './rules'
import { words } from './words'

/** So many are on the page: what waits longest comes first, so the rest comes by itself. */
const shown = 100

type Waiting = { kind: string; name: string; items: QueueItem[] }

/** What waits for somebody in this role, of all features. */
const waiting = (p: Platform, role: Role, language: Language): Promise<Waiting[]> =>
  Promise.all(
    p.features
      .flatMap((feature) => feature.desk ?? [])
      .filter(({ roles }) => roles.includes(role))
      .map(async ({ kind, name, queue }) => ({ kind, name: name(language), items: await queue(p, p.db, language) })),
  )

export const queuePages = new Hono<Env>().get('/desk', async (c) => {
  const viewer = atDesk(c, may.desk)
  const { p, language: lang } = c.var
  const text = words(lang).queue
  const all = await waiting(p, viewer.role, lang)
  const kind = all.find((one) => one.kind === c.req.query('kind'))?.kind
  const items = all
    .filter((one) => !kind || one.kind === kind)
    .flatMap(({ name, items: own }) => own.map((item) => ({ ...item, name })))
    .sort((a, b) => a.since.getTime() - b.since.getTime())
  const count = all.reduce((sum, one) => sum + one.items.length, 0)
  const now = p.clock.now()
  // Of a kind of which nothing waits there is no tab, unless one is on it.
  const tabs = all.filter((one) => one.items.length > 0 || one.kind === kind)
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      {tabs.length > 1 && (
        <Tabs
          label={text.filter}
          tabs={[
            { text: text.all, href: `/${lang}/desk`, current: !kind, count },
            ...tabs.map((one) => ({
              text: one.name,
              href: `/${lang}/desk?kind=${one.kind}`,
              current: kind === one.kind,
              count: one.items.length,
            })),
          ]}
        />
      )}
      {items.length === 0 ? (
        <Empty drawing="letterbox" title={text.emptyTitle}>
          <p>{text.empty}</p>
        </Empty>
      ) : (
        <Table
          id="queue"
          caption={text.caption}
          columns={[{ title: text.columns.what }, { title: text.columns.kind }, { title: text.columns.since }]}
          rows={items.slice(0, shown).map(({ title, href, name, since, state }) => [
            <>
              <a href={href}>{title}</a> {state && <Tag tone={state.tone}>{state.text}</Tag>}
            </>,
            name,
            <Time at={since} now={now} lang={lang} />,
          ])}
        />
      )}
      {items.length > shown && <p class="soft">{text.more(shown, items.length)}</p>}
    </>,
  )
})
