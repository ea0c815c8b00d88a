import type { Language } from '../../../std/words'
import { Tag, type TagTone } from '../../../ui'
import type { Status, Told } from './status'
import { words } from './words'

export const statusTones: Record<Status, TagTone> = {
  new: 'brand',
  seen: 'plain',
  shortlisted: 'accent',
  viewing: 'success',
  declined: 'plain',
  rented: 'success',
}
export const StatusTag = ({ status, lang }: { status: Status; lang: Language }) => (
  <Tag tone={statusTones[status]}>{words(lang).statuses[status]}</Tag>
)

const toldTones: Record<Told, TagTone> = {
  sent: 'plain',
  seen: 'plain',
  answered: 'success',
  invited: 'accent',
  viewing: 'success',
  declined: 'plain',
  elsewhere: 'plain',
  rented: 'success',
}
export const ToldTag = ({ told, lang }: { told: Told; lang: Language }) => (
  <Tag tone={toldTones[told]}>{words(lang).toldTags[told]}</Tag>
)
