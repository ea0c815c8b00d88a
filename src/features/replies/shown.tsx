import type { Context } from 'hono'
import { raw } from 'hono/html'
import { minidenticon } from 'minidenticons'
import type { ArticleFacts } from '../../platform/feature'
import type { Env } from '../../platform/http'
import { Avatar, LinkButton, Time } from '../../ui'
import { avatarPath, avatarsOf } from './avatar'
import { shownUnder } from './queries'
import { reportPath } from './report'
import { words } from './words'

/** An address in a text, up to what ends a sentence rather than an address. */
const address = /https?:\/\/[^\s<>"“”]+[^\s<>"“”.,:;!?)\]]/g

/** A text as it was typed. Its addresses can be followed, and gain nothing from us: neither our visitors’ trail nor a rank in a search engine. */
export const Said = ({ text }: { text: string }) => {
  const found = [...text.matchAll(address)]
  const end = (at: number) => (found[at]?.index ?? 0) + (found[at]?.[0].length ?? 0)
  return (
    <p class="as-typed">
      {found.map(({ 0: url, index }, at) => (
        <>
          {text.slice(at === 0 ? 0 : end(at - 1), index)}
          <a href={url} rel="nofollow ugc noopener noreferrer">
            {url}
          </a>
        </>
      ))}
      {text.slice(found.length === 0 ? 0 : end(found.length - 1))}
    </p>
  )
}

type Shown = { id: string; thread: string; name: string; body: string; avatar: string | undefined; at: Date }

/** The replies under an article, opened to be shown. */
async function repliesOf(c: Context<Env>, article: string): Promise<Shown[]> {
  const { p } = c.var
  const rows = await shownUnder(p.db, article)
  const keys = await p.vault.keys(
    p.db,
    rows.map(({ person_id }) => person_id),
  )
  const pictures = await avatarsOf(
    p,
    rows.map(({ id }) => id),
  )
  return rows.flatMap((row) => {
    const { name, body } = keys.bind('replies', row)
    if (!body.may('replying')) return []
    const { id, thread_id: thread, created_at: at } = row
    return [{ id, thread, avatar: pictures.get(id), at, name: name.open('replying'), body: body.open('replying') }]
  })
}

/** The picture that somebody asked for; otherwise one drawn from the number of the reply, which is random and tells of nobody (K18). */
const Face = ({ reply: { id, name, avatar } }: { reply: Shown }) =>
  avatar ? (
    <Avatar name={name} src={avatarPath(avatar)} />
  ) : (
    <span class="avatar reply-drawn" aria-hidden="true">
      {raw(minidenticon(id, 55, 45))}
    </span>
  )

const Reply = ({ c, article, reply }: { c: Context<Env>; article: ArticleFacts; reply: Shown }) => {
  const { language: lang } = c.var
  const text = words(lang)
  const { id, name, body, at } = reply
  const reportAt = reportPath(c.var.p, lang, { id, article })
  return (
    <article class="reply" id={`reply-${id}`} aria-label={text.by(name)}>
      <Face reply={reply} />
      <div class="reply-said">
        <p class="reply-head">
          <strong>{name}</strong> <Time at={at} lang={lang} />
        </p>
        <Said text={body} />
        <p class="reply-foot small">
          {article.takesReplies && (
            <a href={`${article.path}/reply?to=${id}`}>
              {text.answer}
              <span class="visually-hidden"> {text.to(name)}</span>
            </a>
          )}
          {reportAt && (
            <a href={reportAt} rel="nofollow">
              {text.report}
              <span class="visually-hidden"> {text.of(name)}</span>
            </a>
          )}
        </p>
      </div>
    </article>
  )
}

/** What others wrote below an article (Q4: their names and texts, nothing else of them), and the way to write oneself. */
export async function belowArticle(c: Context<Env>, article: ArticleFacts) {
  const { language: lang } = c.var
  const text = words(lang)
  const all = await repliesOf(c, article.key)
  if (all.length === 0 && !article.takesReplies) return null
  const threads = [...Map.groupBy(all, ({ thread }) => thread).entries()]
  return (
    <section class="replies flow" aria-labelledby="replies">
      <h2 id="replies">{text.title(all.length)}</h2>
      {threads.length > 0 && (
        <ol class="reply-threads">
          {threads.map(([thread, [first, ...more]]) => {
            const answers = first?.id === thread ? more : [...(first ? [first] : []), ...more]
            return (
              <li>
                {first?.id === thread ? <Reply c={c} article={article} reply={first} /> : <p class="soft">{text.gone}</p>}
                {answers.length > 0 && (
                  <ol class="reply-answers">
                    {answers.map((reply) => (
                      <li>
                        <Reply c={c} article={article} reply={reply} />
                      </li>
                    ))}
                  </ol>
                )}
              </li>
            )
          })}
        </ol>
      )}
      <p>
        {article.takesReplies ? (
          <LinkButton href={`${article.path}/reply`}>{all.length === 0 ? text.first : text.write}</LinkButton>
        ) : (
          <span class="soft">{text.closed}</span>
        )}
      </p>
      {all.length > 0 && (
        <p class="soft small">
          <a href={`/${lang}/replies/removal`}>{text.removal.ask}</a>
        </p>
      )}
    </section>
  )
}
