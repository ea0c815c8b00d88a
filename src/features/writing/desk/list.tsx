import { type Context, Hono } from 'hono'
import { atDesk, type Env } from '../../../platform/http'
import { ButtonRow, Empty, LinkButton, Table, Tag, type TagTone, Time } from '../../../ui'
import { deskPage } from '../../desk'
import { type Heading, pathTo, type State, stateOf } from '../text'
import { everyHeading } from '../texts'
import { words } from '../words'
import { mayWrite } from './acts'

const tones: Record<State, TagTone> = { draft: 'plain', scheduled: 'warning', published: 'success' }

/** Where a text is written: one of the folder is written over. */
export const editorOf = (
  lang: string,
  { id, kind, name, language }: Pick<Heading, 'id' | 'kind' | 'name' | 'language'>,
): string =>
  id === null ? `/${lang}/desk/texts/new?${new URLSearchParams({ kind, of: name, language })}` : `/${lang}/desk/texts/${id}`

async function list(c: Context<Env>) {
  const viewer = atDesk(c, mayWrite)
  const { p, language: lang } = c.var
  const text = words(lang).desk
  const all = await everyHeading(p, p.db)
  const now = p.clock.now()
  const speaks = new Intl.DisplayNames(lang, { type: 'language' })
  const said = (one: Heading) => {
    const state = stateOf(one, now)
    return (
      <>
        <Tag tone={tones[state]}>{text.states[state]}</Tag> {one.id === null && <Tag>{text.folder}</Tag>}
        {state === 'published' && (
          <>
            {' '}
            <a href={pathTo(one)} aria-label={text.see(one.title)}>
              {text.look}
            </a>
          </>
        )}
      </>
    )
  }
  return deskPage(
    c,
    viewer,
    { title: text.title },
    <>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <ButtonRow>
        <LinkButton href={`/${lang}/desk/texts/new?kind=article`} icon="plus">
          {text.new.article}
        </LinkButton>
        <LinkButton href={`/${lang}/desk/texts/new?kind=page`} variant="secondary" icon="plus">
          {text.new.page}
        </LinkButton>
        <LinkButton href={`/${lang}/desk/texts/pictures`} variant="secondary" icon="camera">
          {text.pictures.title}
        </LinkButton>
      </ButtonRow>
      {all.length === 0 ? (
        <Empty drawing="letterbox" title={text.none} />
      ) : (
        <Table
          id="texts"
          caption={text.title}
          columns={[text.column.title, text.column.kind, text.column.language, text.column.state, text.column.since].map(
            (title) => ({
              title,
            }),
          )}
          rows={all.map((one) => [
            <a href={editorOf(lang, one)}>{one.title}</a>,
            text.kinds[one.kind],
            speaks.of(one.language) ?? one.language,
            said(one),
            one.publishAt && one.publishAt.getTime() > 0 ? <Time at={one.publishAt} lang={lang} /> : '–',
          ])}
        />
      )}
    </>,
  )
}

/** The texts of the site, for who writes them. */
export const listPages = new Hono<Env>().get('/desk/texts', list)
