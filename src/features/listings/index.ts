import { Hono } from 'hono'
import { dayOf } from '../../platform/clock'
import { feature } from '../../platform/feature'
import { type Env, missing } from '../../platform/http'
import { isHoldingBack } from '../../privacy'
import { may, reportPage } from '../desk'
import { advertRoutes } from './advert'
import { claims } from './claims'
import { advertiserPages } from './evidence/advertiser'
import { evidenceMails } from './evidence/mails'
import { evidencePages } from './evidence/owner'
import { evidenceWaiting } from './evidence/queries'
import { schoolPages, schoolPanel } from './evidence/school'
import { evidenceDesk } from './evidence/staff'
import { words as evidenceWords } from './evidence/words'
import { favourites } from './favourites'
import { againPages } from './freshness/again'
import { freshnessJob } from './freshness/ask'
import { freshnessMails } from './freshness/mails'
import { freshnessPages } from './freshness/pages'
import { importCommand } from './import/command'
import { mails } from './mails'
import { buildingPages } from './many/building-pages'
import { changePages } from './many/change-pages'
import { countVisit, forgetFigures, writeFigures } from './many/figures'
import { figuresPages } from './many/figures-page'
import { filePages } from './many/file-pages'
import { overviewPages } from './many/overview'
import { phonePages } from './many/phone-page'
import { countOn } from './many/queries'
import { mine } from './mine'
import { reportedAdvert } from './moderation'
import { paths } from './paths'
import { notePeriod } from './periods/periods'
import { draftPhotos, photoFiles } from './photos/routes'
import { avifJob, makeAvif, sweepPhotos } from './photos/store'
import { mayBePublic } from './public'
import { advertNamed, advertsHeld, claimsWaiting, ownAdverts, setStatus } from './queries'
import { shareRoutes } from './share/routes'
import { staff } from './staff'
import { wizard } from './wizard'
import { words } from './words'

const reports = new Hono<Env>().on(['GET', 'POST'], '/rooms/:publicId{[a-z0-9]{12}}/report', async (c) => {
  const { p, language } = c.var
  const advert = await advertNamed(p.db, c.req.param('publicId'))
  if (!advert || !mayBePublic(advert, p.clock.now())) throw missing()
  return reportPage(c, {
    target: 'listing',
    targetId: advert.id,
    about: advert.title,
    back: paths(language).room(advert.public_id),
  })
})

export const listings = feature({
  name: 'listings',
  migrations: import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true }),
  commands: [importCommand],
  routes: (p) =>
    [
      wizard(p),
      draftPhotos(p),
      mine(p),
      favourites(p),
      claims(p),
      reports,
      freshnessPages,
      againPages(p),
      advertiserPages(p),
      evidencePages(p),
      schoolPages(p),
      evidenceDesk(p),
      figuresPages,
      overviewPages,
      changePages,
      buildingPages,
      filePages,
      phonePages,
      staff(p),
      advertRoutes(p),
    ].reduce((app, routes) => app.route('/', routes), new Hono<Env>()),
  root: (p) => photoFiles(p).route('/', shareRoutes(p)),
  mails: { ...mails, ...freshnessMails, ...evidenceMails },
  jobs: (p) => [
    { name: avifJob, work: ({ photo = '' }) => makeAvif(p, photo), retries: 2 },
    { name: 'listings.photos', work: () => sweepPhotos(p), cron: '40 2 * * *' },
    freshnessJob(p),
    { name: 'listings.figures', work: () => writeFigures(p), cron: '* * * * *' },
    { name: 'listings.oldFigures', work: () => forgetFigures(p), cron: '50 2 * * *' },
  ],
  answered: countVisit,
  closing: writeFigures,
  on: {
    'listing.changed': (p, db, { listing }) => notePeriod(p, db, listing),
    'listing.replied': (_p, db, { listing, at }) => countOn(db, [{ listing, day: dayOf(at), replies: 1 }]),
  },
  menu: (language) => [{ label: words(language).menu.place, href: paths(language).start }],
  accountMenu: [(_p, _db, _viewer, language) => ({ label: words(language).menu.mine, href: paths(language).mine })],
  keptMenu: (language) => [{ label: words(language).menu.favourites, href: paths(language).favourites }],
  desk: [
    {
      kind: 'adverts',
      name: (language) => words(language).desk.held,
      roles: may.reports,
      async queue(_p, db, language) {
        return (await advertsHeld(db)).map(({ id, title, updated_at }) => ({
          id,
          title,
          since: updated_at,
          href: paths(language).desk('adverts', id),
        }))
      },
    },
    {
      kind: 'evidence',
      name: (language) => evidenceWords(language).desk.queue,
      roles: may.reports,
      async queue(_p, db, language) {
        return (await evidenceWaiting(db)).map(({ id, title, created_at }) => ({
          id,
          title,
          since: created_at,
          href: paths(language).desk('evidence', id),
        }))
      },
    },
    {
      kind: 'claims',
      name: (language) => words(language).desk.claim,
      roles: may.reports,
      async queue(_p, db, language) {
        return (await claimsWaiting(db)).map(({ id, title, created_at }) => ({
          id,
          title,
          since: created_at,
          href: paths(language).desk('claims', id),
        }))
      },
    },
  ],
  onAccount: schoolPanel,
  deskTargets: { listing: reportedAdvert },
  async beforeErase(p, db, person) {
    // What is held is kept, not shown.
    if (!(await isHoldingBack(db, person, p.clock.now()))) return
    for (const { id } of await ownAdverts(db, person)) await setStatus(db, id, 'paused', p.clock.now())
  },
})

export { act as actOnAdvert } from './acts'
export { ListingCardOf, priceOf } from './card'
export type { Cover, ListingContent } from './content'
export { costOf } from './cost/cost'
export { costSaid, monthsOf, StayForm, stayBegins, tooShortSaid } from './cost/said'
export { sayAdvertiser } from './evidence/advertiser'
export { lawOf } from './law'
export { patternOf, saidIn } from './law/phrases'
export { monthRentsOf } from './months'
export { encodePhoto, maxBytes as maxPhotoBytes } from './photos/encode'
export { addAvif, pictureFile } from './photos/files'
export { storePhoto } from './photos/store'
export { photoFormats, photoOf, widthsOf } from './picture'
export { placeListing } from './place'
export {
  type FirstPhoto,
  firstPhotos,
  isSpotlit,
  type ListingSummary,
  mayBePublic,
  publicColumns,
  publicListings,
  summariesOf,
  summaryColumns,
} from './public'

export { favouriteAdverts } from './queries'
export { mayShowPhone } from './rules'
export { subletOf, subletReasons } from './sublet'
