import type { Receipt } from '../../privacy'
import { holdingSaid } from '../../privacy'
import type { Language } from '../../std/words'
import { dayIn, labelled } from '../../std/written'
import { Table, Time } from '../../ui'
import { toldSaid } from './said'
import { words } from './words'

type Props = { lang: Language; receipt: Receipt; said?: { done: string; doneLead: string } }
/** What an erasure did: what went, how many of each, and what is still kept, why and until when. `said`: where it was no account. */
export const ReceiptView = ({ lang, receipt, said }: Props) => {
  const text = { ...words(lang).end, ...said }
  const mailed = receipt.kept.some(({ because }) => because === 'farewell')
  return (
    <>
      <h1>{text.done}</h1>
      <p class="lead">
        {text.doneLead} {mailed && text.doneMail}
      </p>
      <p>
        {labelled(text.when, lang)} <Time lang={lang} at={Temporal.Instant.from(receipt.at)} />
      </p>
      <Table
        id="erased"
        caption={text.erased}
        columns={[{ title: text.erased }, { title: text.count, numeric: true }]}
        rows={receipt.erased.map(({ holding, rows }) => [holdingSaid(lang, holding), rows])}
      />
      {receipt.told.length > 0 && <p>{toldSaid(lang, receipt.told)}</p>}
      {receipt.kept.length === 0 ? (
        <p>
          <strong>{labelled(text.kept, lang)}</strong> {text.nothingKept}
        </p>
      ) : (
        <Table
          id="kept"
          caption={text.kept}
          columns={[{ title: text.kept }, { title: text.count, numeric: true }, { title: text.because }, { title: text.until }]}
          rows={receipt.kept.map(({ holding, rows, because, until }) => [
            holdingSaid(lang, holding),
            rows,
            text.reasons[because],
            dayIn(until, lang),
          ])}
        />
      )}
    </>
  )
}
