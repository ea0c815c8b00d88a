import { type Db, notify } from './db'

/** What was heard of some topics since the last time; nothing when only time went by. */
export type Heard = ReadonlySet<string>

/** Word that something changed, for whoever waits for it in any node of the site: it goes through the database. A topic is an id or a code and a word is a
 *  code, so that nothing about a person is ever told this way: who hears of it looks what there is. */
export type Live = {
  /** Tells it once the transaction of `db` is committed. */
  tell(db: Db, topic: string, word: string): Promise<void>
  /** Goes on at once, with the word `began`, and then with each word about these topics, until the signal, or the end of the program. Words that come while nobody takes them are kept once each, so
   *  that one who is slow costs no more than a set of them. */
  follow(topics: readonly string[], signal: AbortSignal): AsyncGenerator<Heard, void, undefined>
  /** How many follow a topic in this node. */
  following(topic: string): number
  /** What the database says on the channel `live`. */
  heard(said: string): void
  /** Something may have been missed: everybody hears the word `missed`. */
  missed(): void
  /** The program stops: nobody follows any more. */
  end(): void
}

export const channel = 'live'
/** At least this often who follows goes on, in milliseconds: proxies close what is silent for a minute. */
const beat = 20_000

export function openLive(): Live {
  const hearers = new Map<string, Set<(word: string) => void>>()
  const ended = new AbortController()
  const hearersOf = (topic: string) => hearers.get(topic) ?? new Set()
  return {
    tell: (db, topic, word) => notify(db, channel, `${topic} ${word}`),
    async *follow(topics, signal) {
      const over = AbortSignal.any([signal, ended.signal])
      const words = new Set<string>(['began'])
      let wake = () => {}
      const hear = (word: string) => {
        words.add(word)
        wake()
      }
      const woken = () => wake()
      for (const topic of topics) hearers.set(topic, hearersOf(topic).add(hear))
      over.addEventListener('abort', woken)
      try {
        while (!over.aborted) {
          if (words.size === 0)
            await new Promise<void>((done) => {
              const timer = setTimeout(done, beat)
              wake = () => {
                clearTimeout(timer)
                done()
              }
            })
          if (over.aborted) return
          const heard = new Set(words)
          words.clear()
          yield heard
        }
      } finally {
        over.removeEventListener('abort', woken)
        for (const topic of topics) {
          const left = hearersOf(topic)
          left.delete(hear)
          if (left.size === 0) hearers.delete(topic)
        }
      }
    },
    following: (topic) => hearersOf(topic).size,
    heard(said) {
      const [topic = '', word = ''] = said.split(' ')
      for (const hear of hearersOf(topic)) hear(word)
    },
    missed() {
      for (const all of hearers.values()) for (const hear of all) hear('missed')
    },
    end: () => ended.abort(),
  }
}
