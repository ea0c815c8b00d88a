import type { Language } from '../../../std/words'
import { Tag } from '../../../ui'
import { words } from '../words'

type Stands = { answer: unknown; done_at: Date | null; assigned_to: string | null }

/** How it stands with what came in: to do, taken by whom (`me` is who looks), done, answered. */
export const StateTag = ({ lang, row, me }: { lang: Language; row: Stands; me: string }) => {
  const { state, answered } = words(lang).desk
  if (row.answer) return <Tag tone="success">{answered}</Tag>
  if (row.done_at) return <Tag tone="success">{state.done}</Tag>
  if (!row.assigned_to) return <Tag tone="warning">{state.waits}</Tag>
  return <Tag tone="brand">{row.assigned_to === me ? state.mine : state.assigned}</Tag>
}
