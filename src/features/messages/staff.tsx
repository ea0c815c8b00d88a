import type { Db } from '../../platform/db'
import type { DeskParty, DeskTarget } from '../../platform/feature'
import { heldFor, holdUntil } from '../../privacy'
import { dateIn } from '../../std/written'
import { MessageBubble, Thread, Time } from '../../ui'
import { everythingIn } from './queries/messages'
import { threadById } from './queries/threads'
import { words } from './staff.words'
import { aboutOf } from './view'

/** A thread with what was written in it, and who takes part: also who left, for as long as their messages are held. */
async function reported(db: Db, id: string) {
  const thread = await threadById(db, id)
  if (!thread) return undefined
  const messages = await everythingIn(db, id)
  const { seeker_id: seeker, advertiser_id: advertiser } = thread
  const partOf = (person: string): DeskParty['part'] =>
    person === seeker || (person !== advertiser && seeker === null) ? 'seeker' : 'advertiser'
  const people = new Set([seeker, advertiser, ...messages.map((message) => message.person_id)].filter((one) => one !== null))
  return { thread, messages, partOf, parties: [...people].map((person) => ({ person, part: partOf(person) })) }
}

/** A conversation that was reported, as the desk sees it. */
export const reportedThread: DeskTarget = {
  async describe(p, db, id, language) {
    const found = await reported(db, id)
    if (!found) return undefined
    const until = await heldFor(db, id, p.clock.now())
    return {
      title: aboutOf(found.thread, language),
      // Where the advert itself can be taken away, should the conversation show that it is a swindle.
      ...(found.thread.listing_id ? { href: `/${language}/desk/adverts/${found.thread.listing_id}` } : {}),
      parties: found.parties,
      ...(until ? { state: words(language).held(dateIn(until, language)) } : {}),
    }
  },
  open: {
    holdings: ['message.thread'],
    purposes: ['moderation', 'disputes'],
    async show(p, db, id, lang, purpose) {
      const found = await reported(db, id)
      const text = words(lang)
      if (!found || found.messages.length === 0) return <p>{text.nothing}</p>
      const { messages, partOf, parties } = found
      const keys = await p.vault.keys(
        db,
        parties.map(({ person }) => person),
      )
      return (
        <Thread label={text.thread}>
          {messages.map((message) => (
            <MessageBubble
              lang={lang}
              from={text.parts[partOf(message.person_id)]}
              at={<Time at={message.created_at} lang={lang} />}
            >
              {keys.bind('messages', message).body.open(purpose === 'disputes' ? 'disputes' : 'moderation')}
            </MessageBubble>
          ))}
        </Thread>
      )
    },
  },
  acts: ['release'],
  async act(p, db, id, act) {
    if (act !== 'release') throw new Error(`a conversation has no act ${act}`)
    await holdUntil(p, db, id, { until: p.clock.now() })
  },
}
