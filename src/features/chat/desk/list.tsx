import { type Context, Hono } from 'hono'
import { atDesk, type Env, stillAtDesk } from '../../../platform/http'
import { Empty, Table, Tag, Time } from '../../../ui'
import { deskPage } from '../../desk'
import { followDesk } from '../follow'
import { latestChats } from '../queries'
import { isOpen } from '../rules'
import { chatOf } from '../settings'
import { eventsTo } from '../sse'
import { words } from '../words'
import { codeOf, mayAnswer } from './queue'

const shown = 100

async function listPage(c: Context<Env>) {
  const viewer = atDesk(c, mayAnswer)
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const { columns } = text
  const chats = await latestChats(p.db, shown)
  const tongues = new Intl.DisplayNames(lang, { type: 'language' })
  return deskPage(
    c,
    viewer,
    { title: text.title, islands: ['islands/chat.ts'] },
    <>
      <h1>{text.title}</h1>
      <p>{isOpen(chatOf(p.site).hours, p.clock.now()) ? text.open : text.closed}</p>
      <div id="chat-list" data-chats={`/${lang}/desk/chat`} aria-live="polite">
        {chats.length === 0 ? (
          <Empty drawing="letterbox" title={text.none}>
            <p>{text.noneYet}</p>
          </Empty>
        ) : (
          <Table
            id="chats"
            caption={text.latest}
            columns={[columns.conversation, columns.stands, columns.last, columns.language].map((title) => ({ title }))}
            rows={chats.map(({ id, waits_since, last_used_at, language }) => [
              <a href={`/${lang}/desk/chat/${id}`}>{text.nth(codeOf(id))}</a>,
              waits_since ? <Tag tone="warning">{text.waits}</Tag> : <Tag tone="success">{text.answered}</Tag>,
              <Time at={last_used_at} lang={lang} />,
              tongues.of(language) ?? language,
            ])}
          />
        )}
      </div>
    </>,
  )
}

/** The conversations, who waits longest first. */
export const listPages = new Hono<Env>()
  .get('/desk/chat', (c) => listPage(c))
  .get('/desk/chat/events', (c) => {
    atDesk(c, mayAnswer)
    return eventsTo(c, (signal) => followDesk(c.var.p, signal, () => stillAtDesk(c, mayAnswer)))
  })
