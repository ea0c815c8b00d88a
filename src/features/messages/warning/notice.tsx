import type { Language } from '../../../std/words'
import { dateIn } from '../../../std/written'
import { Notice, Tag } from '../../../ui'
import type { ThreadRow } from '../queries/threads'
import { PaidHelp } from '../scam-help'
import { words } from './words'

/** In a word, where conversations are listed. */
export const WarningTag = ({ lang }: { lang: Language }) => <Tag tone="danger">{words(lang).tag}</Tag>

type Props = { lang: Language; row: ThreadRow; report: string }

/** What a seeker has to know of who they write with, above all that was written. */
export const WarningNotice = ({ lang, row, report }: Props) => {
  const text = words(lang)
  if (!row.warned_at) return null
  if (row.withdrawn_at)
    return (
      <Notice title={text.withdrawn.title}>
        <p>{text.withdrawn.text(dateIn(row.warned_at, lang), dateIn(row.withdrawn_at, lang))}</p>
      </Notice>
    )
  return (
    <Notice tone="danger" title={text.title[row.warned_about === row.listing_id ? 'advert' : 'advertiser']}>
      <p>{text.text}</p>
      <PaidHelp lang={lang} />
      <p>
        {text.keep} <a href={report}>{text.report}</a>
      </p>
      <p>{text.mayComplain}</p>
    </Notice>
  )
}
