import type { Chapter, HoldingFact, ItemFact } from '../../privacy'
import { keepWords, registerWords } from '../../register'
import type { Language } from '../../std/words'
import { Tag } from '../../ui'
import { ProofLink } from './proofs/link'
import { words } from './words'

const Fact = ({ of, label, values }: { of: string; label: string; values: readonly unknown[] }) => (
  <div>
    <dt>{label}</dt>
    <dd>
      <ul class="held-values" data-of={of}>
        {values.map((value) => (
          <li>{value}</li>
        ))}
      </ul>
    </dd>
  </div>
)

/** One holding: each fact of it under its name. */
const Held = ({ lang, fact, alone }: { lang: Language; fact: HoldingFact; alone: boolean }) => {
  const text = words(lang).statement
  const said = registerWords(lang)
  return (
    <div class="held" data-fact={`holding:${fact.holding}`}>
      <h5 class={alone ? 'visually-hidden' : 'held-circle'} data-of="circle">
        {said.circles[fact.circle]}
      </h5>
      <dl class="held-facts">
        <Fact
          of="purposes"
          label={text.purposes}
          values={fact.purposes.map((purpose) => <a href={`#why-${purpose}`}>{said.purposes[purpose].name}</a>)}
        />
        <Fact of="keep" label={text.keep} values={[keepWords(lang, fact.keep)]} />
        <Fact
          of="recipients"
          label={text.receives}
          values={
            fact.recipients.length === 0
              ? [text.nobody]
              : fact.recipients.map((recipient) => <a href={`#to-${recipient}`}>{said.recipients[recipient].name}</a>)
          }
        />
        <Fact
          of="stored"
          label={text.stored}
          values={fact.stored.map((stored) => (
            <Tag tone={stored === 'sealed' ? 'success' : stored === 'published' ? 'warning' : 'plain'}>
              {said.stored[stored].name}
            </Tag>
          ))}
        />
        <Fact of="source" label={text.source} values={[said.sources[fact.source]]} />
      </dl>
    </div>
  )
}

const ItemEntry = ({ lang, of }: { lang: Language; of: ItemFact }) => {
  const { name, what } = registerWords(lang).items[of.item]
  return (
    <article class="item" id={`item-${of.item}`} data-fact={`item:${of.item}`}>
      <div class="item-name">
        <h4 data-of="name">{name}</h4>
        <p data-of="what">{what}</p>
        <ProofLink lang={lang} fact={`item:${of.item}`} of={name} />
      </div>
      <div class="item-held">
        {of.holdings.map((fact) => (
          <Held lang={lang} fact={fact} alone={of.holdings.length === 1} />
        ))}
      </div>
    </article>
  )
}

export const chapterTitle = (lang: Language, chapter: string): string => {
  const titles: Record<string, string> = words(lang).statement.chapters
  const title = titles[chapter]
  if (!title) throw new Error(`the statement has no words for the chapter ${chapter}`)
  return title
}

/** The chapters as one reads them: what most people meet comes first. */
export function inReadingOrder(chapters: readonly Chapter[]): Chapter[] {
  const order = Object.keys(words('nl').statement.chapters)
  return chapters.toSorted((a, b) => order.indexOf(a.chapter) - order.indexOf(b.chapter))
}

/** What is known, as far as one part of the site asks it. */
export const ChapterEntry = ({ lang, of }: { lang: Language; of: Chapter }) => (
  <section class="chapter" id={`known-${of.chapter}`} aria-labelledby={`known-${of.chapter}-title`}>
    <h3 id={`known-${of.chapter}-title`}>{chapterTitle(lang, of.chapter)}</h3>
    {of.items.map((item) => (
      <ItemEntry lang={lang} of={item} />
    ))}
  </section>
)
