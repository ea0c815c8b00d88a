import { type Context, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { check, readForm } from '../../platform/forms'
import { type Env, missing, signedIn } from '../../platform/http'
import { labelled } from '../../std/written'
import { Button, Card, Form } from '../../ui'
import { accountsOf } from '../accounts'
import { unblockForm } from './forms'
import { blocksPath } from './paths'
import { blockedBy, deleteBlock } from './queries/blocks'
import { threadOf } from './queries/threads'
import { otherSide, personAt, sideOf } from './rules'
import { aboutOf, nameOf } from './view'
import { words } from './words'

/** On the page My account: whom one blocked, each with the way to undo it. */
export async function blocksPanel(c: Context<Env>): Promise<Child> {
  const { p, language: lang } = c.var
  const { personId } = signedIn(c)
  const blocked = await blockedBy(p.db, personId)
  if (blocked.length === 0) return null
  const people = await accountsOf(
    p,
    p.db,
    blocked.map((row) => personAt(row, otherSide(row.side))),
  )
  const text = words(lang)
  return (
    <Card title={text.blocks.title}>
      <p>{text.blocks.text}</p>
      <ul class="block-list">
        {blocked.map((row) => {
          const { name } = nameOf(row, row.side, people, lang)
          return (
            <li>
              <span>
                <strong>{name}</strong> <span class="soft small">{aboutOf(row, lang)}</span>
              </span>
              <Form
                action={blocksPath(lang)}
                hidden={{ thread: row.public_id }}
                label={`${labelled(text.unblock, lang)} ${name}`}
              >
                <Button variant="secondary" small>
                  {text.unblock}
                </Button>
              </Form>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

export const blockPages = new Hono<Env>().post('/messages/blocks', async (c) => {
  const { p, language: lang } = c.var
  const { personId } = signedIn(c)
  const checked = check(unblockForm, (await readForm(c)).typed, lang)
  const row = checked.ok ? await threadOf(p.db, checked.values.thread, personId) : undefined
  const other = row && personAt(row, otherSide(sideOf(row, personId)))
  if (!other) throw missing()
  await deleteBlock(p.db, personId, other)
  return c.redirect(`/${lang}/account`, 303)
})
