import { type Context, Hono } from 'hono'
import { disclose } from '../../platform/egress'
import type { ListingFacts } from '../../platform/feature'
import { addressOf, type Env, missing, networkOf } from '../../platform/http'
import { page } from '../../platform/http/page'
import type { Language } from '../../std/words'
import { BackLink, Icon, LinkButton } from '../../ui'
import { isSpotlit, mayShowPhone } from '../listings'
import { AdvertLine } from './advert'
import { count } from './forms'
import { advertPath, signInPath } from './paths'
import { type Advert, phoneOf, publicAdvert } from './queries/adverts'
import { blocksBetween } from './queries/blocks'
import { threadAbout } from './queries/threads'
import { words } from './words'

/** The way to the number, never the number: it comes on a request of its own. `shown`: this visitor would get it there. */
export const PhoneLine = ({ lang, listing, shown }: { lang: Language; listing: ListingFacts; shown: boolean }) => {
  const { phone } = words(lang)
  return listing.hasPhone ? (
    <p class="small">
      <Icon name="phone" />{' '}
      {shown ? (
        <a href={advertPath(lang, listing.publicId, '/phone')} rel="nofollow">
          {phone.show}
        </a>
      ) : (
        <span class="soft">{phone.after}</span>
      )}
    </p>
  ) : null
}

/** Whether the visitor replied to the advert through the form. Who is blocked by the advertiser counts as one who did not. */
async function hasReplied(c: Context<Env>, advert: Advert): Promise<boolean> {
  const { p, viewer } = c.var
  if (!viewer || !(await threadAbout(p.db, advert.id, viewer.personId))) return false
  return !(await blocksBetween(p.db, viewer.personId, advert.person_id)).byOther
}

/** The number of an advert if this visitor may have it (K5), written down as a disclosure of its advertiser. */
async function phoneFor(c: Context<Env>, advert: Advert): Promise<string | undefined> {
  const { p, viewer } = c.var
  const may = mayShowPhone({
    hasPhone: advert.has_phone,
    spotlit: isSpotlit(advert, p.clock.now()),
    signedIn: viewer !== null,
    hasReplied: await hasReplied(c, advert),
  })
  if (!may || !advert.person_id) return undefined
  await count(p, 'phones', viewer?.personId ?? networkOf(addressOf(c)))
  const row = await phoneOf(p.db, advert.id)
  const held = row && (await p.vault.keys(p.db, [row.person_id])).bind('listings', row).phone
  if (!held) return undefined
  const shown = await disclose(p, p.db, advert.person_id, 'seeker', 'contact', { 'phone.listing': held })
  return shown['phone.listing']
}

/** "+32477123456" in groups, as one reads it out. */
const spoken = (number: string): string => number.replace(/^(\+\d{2})(\d{3})(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3 $4 $5')

export const phonePages = new Hono<Env>().get('/rooms/:advert{[a-z0-9]{1,40}}/phone', async (c) => {
  const { p, language: lang, viewer } = c.var
  const advert = await publicAdvert(p.db, p.clock.now(), { publicId: c.req.param('advert') })
  if (!advert?.has_phone) throw missing()
  const number = await phoneFor(c, advert)
  const { phone, reply } = words(lang)
  c.header('cache-control', 'private, no-store')
  c.header('x-robots-tag', 'noindex')
  return page(
    c,
    { title: phone.title, noindex: true, status: number ? 200 : 403 },
    <>
      <BackLink lang={lang} href={advertPath(lang, advert.public_id)} text={phone.toAdvert} />
      <h1>{number ? phone.title : phone.notYet}</h1>
      <div class="measure flow">
        <AdvertLine lang={lang} advert={advert} />
        {number ? (
          <>
            <p class="phone-number">
              <Icon name="phone" /> <a href={`tel:${number}`}>{spoken(number)}</a>
            </p>
            <p>{phone.text}</p>
            <p class="soft small">{phone.logged}</p>
          </>
        ) : (
          <>
            <p class="lead">{phone.notYetText}</p>
            <p>
              <LinkButton icon="message" href={advertPath(lang, advert.public_id, '/reply')}>
                {reply.pageTitle}
              </LinkButton>
            </p>
            {!viewer && (
              <p>
                {phone.notYetSignIn} <a href={signInPath(lang, advertPath(lang, advert.public_id, '/phone'))}>{phone.signIn}</a>
              </p>
            )}
          </>
        )}
      </div>
    </>,
  )
})
