/** What the sentences of an advert are about, in the order in which a person would hardly ever put them. */
export const themes = [
  'open',
  'spot',
  'room',
  'stuff',
  'wash',
  'cook',
  'house',
  'street',
  'money',
  'rules',
  'visit',
  'close',
] as const
export type Theme = (typeof themes)[number]

/** What can be true of an advert. A line is only used where all its tags hold. */
export const tags = [
  'kot',
  'studio',
  'apartment',
  'furnished',
  'bare',
  'ownBath',
  'sharedBath',
  'ownKitchen',
  'sharedKitchen',
  'net',
  'netExtra',
  'netNone',
  'included',
  'fixed',
  'provision',
  'owner',
  'pro',
  'student',
  'attic',
  'flat',
  'domicile',
  'noDomicile',
  'askDomicile',
  'pets',
] as const
export type Tag = (typeof tags)[number]

export type Line = { needs: readonly Tag[]; text: string }
export type Bank = { titles: readonly Line[]; themes: Record<Theme, readonly Line[]> }

const isTag = (word: string): word is Tag => tags.some((tag) => tag === word)

/** One sentence (or a few that belong together) per line: `tags | text`. Throws on a tag that does not exist. */
export const lines = (written: string): Line[] =>
  written
    .trim()
    .split('\n')
    .map((line) => {
      const [before = '', text = ''] = line.split('|').map((part) => part.trim())
      const words = before.split(' ').filter(Boolean)
      const needs = words.filter(isTag)
      if (needs.length < words.length || text === '') throw new Error(`no such tag in: ${line}`)
      return { needs, text }
    })
