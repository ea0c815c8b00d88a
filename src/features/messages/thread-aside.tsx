import type { Child } from 'hono/jsx'
import type { Language } from '../../std/words'
import { Button, ButtonRow, Card, Form, Icon } from '../../ui'
import { EvidenceCard } from './evidence/pages'
import { advertPath, threadPath } from './paths'
import type { Advert } from './queries/adverts'
import type { ThreadRow } from './queries/threads'
import type { Closed, Side } from './rules'
import { words } from './words'

type AsideProps = {
  lang: Language
  row: ThreadRow
  side: Side
  name: string
  /** What a seeker gave with the reply (K14). */
  email: string | undefined
  closed: Closed | undefined
  advert: Advert | undefined
  /** How the reply stands. */
  standing: Child
}

/** Who the other is, and what can be done with the conversation. */
export const ThreadAside = ({ lang, row, side, name, email, closed, advert, standing }: AsideProps) => {
  const text = words(lang)
  const archived = side === 'seeker' ? row.seeker_archived : row.advertiser_archived
  const path = (act: '/archive' | '/block' | '/report') => threadPath(lang, row.public_id, act)
  return (
    <div class="flow">
      {standing}
      {side === 'seeker' && closed !== 'ended' && (
        <Card title={text.shared} level={2}>
          <p>{text.contactAdvertiser}</p>
          {advert?.has_phone && closed !== 'closed' && (
            <p>
              <Icon name="phone" />{' '}
              <a href={advertPath(lang, advert.public_id, '/phone')} rel="nofollow">
                {text.phone.show}
              </a>
            </p>
          )}
        </Card>
      )}
      {email && (
        <Card title={text.contact} level={2}>
          <p>
            <strong>{name}</strong>
            <br />
            <a href={`mailto:${email}`}>{email}</a>
          </p>
          <p class="soft small">{text.contactEmail(name)}</p>
        </Card>
      )}
      <EvidenceCard lang={lang} publicId={row.public_id} />
      <Card title={text.more} level={2}>
        <ButtonRow>
          <Form action={path('/archive')} hidden={{ on: archived ? '0' : '1' }}>
            <Button variant="secondary" small>
              {archived ? text.unarchive : text.archive}
            </Button>
          </Form>
          {closed !== 'ended' && (
            <Form action={path('/block')} hidden={{ on: closed === 'blockedByMe' ? '0' : '1' }}>
              <Button variant="secondary" small>
                {closed === 'blockedByMe' ? text.unblock : text.block}
              </Button>
            </Form>
          )}
        </ButtonRow>
        <p class="small">
          <Icon name="flag" /> <a href={path('/report')}>{text.report}</a>
        </p>
        {closed !== 'ended' && closed !== 'blockedByMe' && <p class="soft small">{text.blockHint}</p>}
      </Card>
    </div>
  )
}
