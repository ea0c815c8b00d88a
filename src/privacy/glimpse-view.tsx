import type { Child } from 'hono/jsx'
import type { HoldingName } from '../register'
import type { Language } from '../std/words'
import { countIn, labelled, momentIn } from '../std/written'
import type { Glimpse, GlimpseHolding, SentTo } from './glimpse'
import { Entry, HoldingView, ItemView, LeftOut, Nothing, parted } from './readable'
import { words } from './words'

type At = (holding: HoldingName, what: 'records' | 'sent') => string

const Sent = ({ lang, to }: { lang: Language; to: SentTo }) => {
  const last = momentIn(Date.parse(to.last), lang)
  return (
    <li>
      {labelled(to.name, lang)} {to.times === 1 ? last : words(lang).sentTimes(to.times, last)}
    </li>
  )
}

/** What is newest of everything that is held, item by item. `at`: where all of a holding stands. `beside`: what one can do about it. */
export const GlimpseView = ({ of, at, beside }: { of: Glimpse; at: At; beside: (of: GlimpseHolding) => Child }) => {
  const lang = of.about.language
  const text = words(lang)
  const { held, none } = parted<GlimpseHolding, Glimpse['items'][number]>(of.items)
  const senders = (holding: GlimpseHolding) => (
    <>
      {holding.sent.map((to) => (
        <Sent lang={lang} to={to} />
      ))}
      {holding.sent.some(({ times }) => times > 1) && (
        <li>
          <a href={at(holding.holding, 'sent')}>
            {text.seeTimes}
            <span class="visually-hidden">{` (${holding.where})`}</span>
          </a>
        </li>
      )}
    </>
  )
  return (
    <>
      {held.map((item) => (
        <ItemView of={item}>
          {item.holdings.map((holding) => (
            <HoldingView lang={lang} of={holding} sent={senders(holding)} beside={beside(holding)}>
              {holding.records.map((record) => (
                <Entry lang={lang} record={record} />
              ))}
              {holding.count > holding.records.length && (
                <li>
                  <a href={at(holding.holding, 'records')}>
                    {text.seeAll(countIn(holding.count, lang))}
                    <span class="visually-hidden">{` (${item.name}, ${holding.where})`}</span>
                  </a>
                </li>
              )}
            </HoldingView>
          ))}
        </ItemView>
      ))}
      <LeftOut copy={of} />
      <Nothing lang={lang} items={none} />
    </>
  )
}
