import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Env } from '../../../platform/http'
import { Button, ButtonRow, Card, Form, LinkButton } from '../../../ui'
import type { Own } from '../own'
import { ownAdvertPath, threadPath } from '../paths'
import { listingName } from '../queries/adverts'
import { leavingAmong } from '../queries/replies'
import { viewingsAmong } from '../viewings/queries'
import { statusOf, toldOf } from './status'
import { StatusTag } from './tags'
import { words } from './words'

/** How a reply stands, for each of the two in their own words, and what its advertiser can do about it. */
export async function replyCard(c: Context<Env>, { row, side }: Own, closed: boolean): Promise<Child> {
  const { p, language: lang } = c.var
  const [{ booked, invited }, leaving, advert] = await Promise.all([
    viewingsAmong(p.db, [row.id], p.clock.now()),
    leavingAmong(p.db, [row.id]),
    row.listing_id && side === 'advertiser' ? listingName(p.db, row.listing_id) : undefined,
  ])
  const text = words(lang)
  if (side === 'seeker') {
    const told = toldOf({ ...row, booked: booked.has(row.id), invited: invited.has(row.id) })
    return (
      <Card title={text.stands}>
        <p>{text.told[told]}</p>
        {told === 'declined' && row.reason && row.reason !== 'other' && (
          <p class="soft">{text.because(text.reasons[row.reason])}</p>
        )}
        {(told === 'declined' || told === 'elsewhere') && (
          <p>
            <a href={`/${lang}/rooms`}>{text.onward}</a>
          </p>
        )}
      </Card>
    )
  }
  const status = statusOf({ ...row, leaving: leaving.get(row.id), booked: booked.has(row.id) })
  const done = closed || status === 'declined' || status === 'rented'
  const to = (act: '/farewell' | '/rented') =>
    `${ownAdvertPath(lang, advert?.public_id ?? '', act)}?${new URLSearchParams({ thread: row.public_id })}`
  return (
    <Card title={text.handle}>
      <p>
        <StatusTag status={status} lang={lang} />
      </p>
      {!done && (
        <>
          <Form action={threadPath(lang, row.public_id, '/shortlist')} hidden={{ on: row.shortlisted ? '0' : '1' }}>
            <Button small variant="secondary" icon="star">
              {row.shortlisted ? text.unshortlist : text.shortlist}
            </Button>
          </Form>
          <p class="soft small">{text.shortlistHint}</p>
          {advert && (
            <ButtonRow>
              <LinkButton small variant="secondary" href={to('/farewell')}>
                {text.decline}
              </LinkButton>
              <LinkButton small variant="secondary" icon="key" href={to('/rented')}>
                {text.rent}
              </LinkButton>
            </ButtonRow>
          )}
        </>
      )}
      {advert && (
        <p class="small">
          <a href={ownAdvertPath(lang, advert.public_id)}>{text.about(advert.title)}</a>
        </p>
      )}
    </Card>
  )
}
