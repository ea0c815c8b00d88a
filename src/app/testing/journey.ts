// The main journey, in process, with values that occur nowhere else: what is sealed of them can be looked for afterwards.
import sharp from 'sharp'
import { filled, formsIn, type PageForm } from './forms'
import { type Answer, linkIn, type TestSite, type Visitor } from './index'

const bart = {
  firstName: 'Bartzqxhoven',
  email: 'bart.zqxkasteel@example.org',
  userName: 'bart-zqxnaamplaat',
  password: 'bart zqxladderkast drie',
  address: '2001:db8:b0a7:71e5:9a11:c0de:77aa:1f0b',
}
const an = {
  firstName: 'Annezqxlien',
  email: 'an.zqxtuinbank@example.org',
  userName: 'an-zqxschuilnaam',
  password: 'an zqxkelderluik vier',
  address: '2001:db8:a771:5eee:b3c4:19e2:40fe:6d21',
}
const lat = 50.879_142_37
const lon = 4.701_235_81

/** What both of them type. */
export const cast = {
  bart,
  an,
  advert: {
    street: 'Zqxschommelstraat',
    houseNumber: '4713/zqx9w',
    coordinates: `${lat}, ${lon}`,
    phone: '0470 91 82 73',
    title: 'Lichte kamer met zqxvensterbank',
    text: 'Een kamer aan de tuinkant, met een zqxboekenplank die over de hele muur loopt. De keuken deel je met vier anderen.',
  },
  draft: { street: 'Zqxdraftgasse', houseNumber: '8826/zqx7k' },
  exif: 'zqxfototoestel van Bart',
  reply: 'Dag, ik kom in februari naar Leuven. Is de zqxkleerkast groot genoeg voor twee jassen?',
  answer: 'Hallo! De zqxgangdeur staat zaterdag open, kom gerust kijken.',
  report: 'Deze persoon vroeg mij om een zqxvoorschot voor de sleutel.',
}

/** What of it is sealed wherever it lies. Text, title and street of the advert are not: they are published. */
export const sealedTexts: Readonly<Record<string, string>> = {
  'Bart’s first name': bart.firstName,
  'Bart’s e-mail address': bart.email,
  'Bart’s user name': bart.userName,
  'Bart’s password': bart.password,
  'Bart’s network address': bart.address,
  'An’s first name': an.firstName,
  'An’s e-mail address': an.email,
  'An’s user name': an.userName,
  'An’s password': an.password,
  'An’s network address': an.address,
  'the house number': cast.advert.houseNumber,
  'the phone number': '+32470918273',
  'the phone number as typed': cast.advert.phone,
  'the street of a draft': cast.draft.street,
  'the house number of a draft': cast.draft.houseNumber,
  'the camera': cast.exif,
  'the reply': 'zqxkleerkast',
  'the answer': 'zqxgangdeur',
  'the notice': 'zqxvoorschot',
}
export const sealedNumbers: Readonly<Record<string, number>> = { 'the latitude': lat, 'the longitude': lon }
export const publishedTexts: Readonly<Record<string, string>> = {
  'the title': 'zqxvensterbank',
  'the text': 'zqxboekenplank',
  'the street': cast.advert.street,
}

/** A photo as a telephone makes it: turned on its side, with where, by whom and with what it was taken. */
export const photo = (): Promise<Buffer> =>
  sharp({ create: { width: 1600, height: 1200, channels: 3, background: '#8aa39b' } })
    .composite([{ input: Buffer.from('<svg width="900" height="700"><circle cx="450" cy="350" r="300" fill="#d9b08c"/></svg>') }])
    .withExif({
      IFD0: { Make: cast.exif, Artist: bart.firstName, Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '50/1 52/1 4491/100', GPSLongitudeRef: 'E', GPSLongitude: '4/1 42/1 445/100' },
    })
    .jpeg()
    .toBuffer()

/** Answers of the wizard by step; what is not here has no questions. */
const advertAnswers: Record<string, Record<string, string | string[]>> = {
  address: {
    street: cast.advert.street,
    houseNumber: cast.advert.houseNumber,
    postcode: '3000',
    town: 'Leuven',
  },
  pin: { pin: 'typed', coordinates: cast.advert.coordinates },
  kind: { kind: 'kot', size: '16' },
  lease: { lease: 'student' },
  rent: { rent: '465', chargesMode: 'fixed', charges: '60', chargesCover: ['water', 'internet'] },
  deposit: { depositAsked: 'yes', deposit: '930' },
  availability: { available: 'now' },
  comfort: { furnished: 'yes', kitchen: 'shared', bath: 'own', toilet: 'own' },
  registration: { internet: 'included', domicile: 'yes' },
  energy: { energy: 'label', energyLabel: 'C', epcScore: '240', epcCode: '20260101-0009876543-KL-1' },
  words: { language: 'nl', title: cast.advert.title, text: cast.advert.text },
  phone: { phone: cast.advert.phone },
  advertiser: { advertiser: 'private' },
}

/** The first form of a page that posts to a path that fits. Throws, with what the page says, when there is none. */
export function formTo(answer: Answer, fits: RegExp): PageForm {
  const form = formsIn(answer.html).find(({ method, action }) => method === 'POST' && fits.test(action))
  if (!form) throw new Error(`no form to ${fits} in an answer of ${answer.status}: ${answer.text.slice(0, 600)}`)
  return form
}

/** Fills in a form of a page and goes where its answer leads. Throws when it is not taken. */
export async function submit(
  visitor: Visitor,
  answer: Answer,
  fits: RegExp,
  typed: Record<string, string | readonly string[]> = {},
): Promise<Answer> {
  const form = formTo(answer, fits)
  const done = await visitor.post(form.action, filled(form, typed))
  if (done.status !== 303) throw new Error(`${form.action} answered ${done.status}: ${done.text.slice(0, 800)}`)
  return visitor.follow(done)
}

export type Journey = {
  site: TestSite
  bart: Visitor
  an: Visitor
  /** The advert's name in addresses, once it is published. */
  advert: string
  /** The conversation's. */
  thread: string
  /** Bart's draft of a second advert. */
  draft: string
  /** What of links and cookies would let somebody in: none may be readable either. */
  secrets: Record<string, string>
}

export const startJourney = (site: TestSite): Journey => ({
  site,
  bart: site.visitor(bart.address),
  an: site.visitor(an.address),
  advert: '',
  thread: '',
  draft: '',
  secrets: {},
})

const lettersTo = async (j: Journey, to: string) => (await j.site.mails()).filter((letter) => letter.to === to)

function keepSecrets(j: Journey, who: string, visitor: Visitor): void {
  for (const name of ['session', 'stay']) {
    const value = visitor.cookies.get(name)
    if (value) j.secrets[`${who}’s cookie ${name}`] = value
  }
}

/** Follows the link that confirms an address. */
async function confirm(j: Journey, who: 'Bart' | 'An'): Promise<Answer> {
  const [visitor, email] = who === 'Bart' ? [j.bart, bart.email] : [j.an, an.email]
  const link = linkIn((await lettersTo(j, email))[0])
  j.secrets[`${who}’s link`] = link.split('?')[0]?.split('/').at(-1) ?? ''
  keepSecrets(j, `${who} before`, visitor)
  const answer = await submit(visitor, await visitor.get(link), /\/confirm\//)
  keepSecrets(j, who, visitor)
  return answer
}

export async function bartSignsUp(j: Journey): Promise<void> {
  const { firstName, email, userName, password } = bart
  await submit(j.bart, await j.bart.get('/nl/register'), /\/register$/, { firstName, email, userName, password })
  await confirm(j, 'Bart')
}

/** Goes through the wizard, from the page that asks one thing to the page that shows all answers. */
async function answerAll(visitor: Visitor, from: Answer, answers: typeof advertAnswers, files: Buffer[]): Promise<Answer> {
  let at = from
  for (let pages = 0; pages < 20; pages++) {
    const form = formsIn(at.html).find(
      ({ method, action }) => method === 'POST' && /\/drafts\/[^/]+\/\w+$/.test(action) && !/photos$/.test(action),
    )
    const upload = formsIn(at.html).find(({ hasFiles }) => hasFiles)
    if (upload && files.length > 0) {
      const body = new FormData()
      for (const file of files.splice(0)) body.append('photos', new File([new Uint8Array(file)], `${cast.exif}.jpg`))
      const taken = await visitor.post(upload.action, body)
      if (taken.status !== 303) throw new Error(`a photo was answered with ${taken.status}: ${taken.text.slice(0, 500)}`)
    }
    const step = form?.action.split('/').at(-1) ?? ''
    const asked = upload ?? form
    if (!asked || step === 'publication') return at
    at = await submit(visitor, at, upload ? /\/photos$/ : new RegExp(`/${step}$`), answers[step] ?? {})
  }
  throw new Error('the wizard does not end')
}

export async function bartPlacesAnAdvert(j: Journey): Promise<void> {
  const first = await submit(j.bart, await j.bart.get('/nl/adverts/new'), /\/drafts$/)
  const overview = await answerAll(j.bart, first, advertAnswers, [await photo()])
  const mine = await submit(j.bart, overview, /\/publication$/)
  j.advert = /\/nl\/rooms\/([a-z0-9]+)/.exec(mine.html)?.[1] ?? ''
  if (!j.advert) throw new Error(`the advert is not among Bart’s: ${mine.text.slice(0, 800)}`)
}

export async function bartBeginsAnother(j: Journey): Promise<void> {
  const first = await submit(j.bart, await j.bart.get('/nl/adverts/new'), /\/drafts$/)
  const form = formTo(first, /\/address$/)
  j.draft = /\/drafts\/([^/]+)\//.exec(form.action)?.[1] ?? ''
  await submit(j.bart, first, /\/address$/, { ...cast.draft, postcode: '3000', town: 'Leuven' })
}

export async function anSearches(j: Journey): Promise<void> {
  const found = await j.an.get('/nl/rooms?place=Leuven')
  if (!found.html.includes(j.advert)) throw new Error(`the search does not show the advert: ${found.text.slice(0, 800)}`)
}

export async function anReplies(j: Journey): Promise<void> {
  const { firstName, email, userName, password } = an
  const advert = await j.an.get(`/nl/rooms/${j.advert}`)
  await submit(j.an, advert, /\/reply$/, { text: cast.reply, firstName, email, userName, password })
}

export async function anConfirms(j: Journey): Promise<void> {
  const sent = await confirm(j, 'An')
  const thread = /\/nl\/messages\/([23456789bcdfghjkmnpqrstvwxz]{16})/
  j.thread = thread.exec(`${sent.html}${(await j.an.get('/nl/messages')).html}`)?.[1] ?? ''
  if (!j.thread) throw new Error(`the reply was not sent: ${sent.text.slice(0, 800)}`)
}

/** Answers both letters that say that there is a message, and what both then read. */
export async function bartAnswers(j: Journey): Promise<{ notices: string[]; read: Answer }> {
  const path = `/nl/messages/${j.thread}`
  const toBart = (await lettersTo(j, bart.email))[0]
  await submit(j.bart, await j.bart.get(path), new RegExp(`${path}$`), { text: cast.answer })
  const toAn = (await lettersTo(j, an.email))[0]
  return { notices: [toBart?.text ?? '', toAn?.text ?? ''], read: await j.an.get(path) }
}

export const anSeesThePhone = (j: Journey): Promise<Answer> => j.an.get(`/nl/rooms/${j.advert}/phone`)

export async function anReports(j: Journey): Promise<void> {
  const path = `/nl/messages/${j.thread}/report`
  await submit(j.an, await j.an.get(path), /\/report$/, { reason: 'scam', explanation: cast.report, goodFaith: '1' })
}

/** Answers the archive that An gets. */
export async function anTakesHerCopy(j: Journey): Promise<Buffer> {
  await submit(j.an, await j.an.get('/nl/account/copy'), /\/account\/copy$/)
  const letter = (await j.site.mails()).find(({ text }) => text.includes('/account/copy/'))
  const { action } = formTo(await j.an.get(linkIn(letter)), /\/account\/copy\/./)
  return (await j.an.post(action)).bytes
}

/** Answers the receipt. */
export async function endsAccount(j: Journey, who: 'bart' | 'an'): Promise<Answer> {
  const form = formTo(await j[who].get('/nl/account/end'), /\/account\/end$/)
  const asked = form.fields.some(({ name }) => name === 'currentPassword')
  const typed = { sure: 'yes', ...(asked ? { currentPassword: cast[who].password } : {}) }
  const answer = await j[who].post(form.action, filled(form, typed))
  if (answer.status !== 200) throw new Error(`ending the account answered ${answer.status}: ${answer.text.slice(0, 500)}`)
  return answer
}

/** All of it, up to where somebody ends their account. */
export async function wholeJourney(j: Journey): Promise<void> {
  await bartSignsUp(j)
  await bartPlacesAnAdvert(j)
  await bartBeginsAnother(j)
  await anSearches(j)
  await anReplies(j)
  await anConfirms(j)
  await bartAnswers(j)
  await anSeesThePhone(j)
  await anReports(j)
}

/** Makes things go wrong with a value in hand: in a query, in what was typed, in an address. Answers the page that
 *  says so. */
export async function troubles(j: Journey, sql: (statement: string) => Promise<unknown>): Promise<string> {
  const path = `/nl/messages/${j.thread}`
  const form = formTo(await j.bart.get(path), new RegExp(`${path}$`))
  await sql('alter table messages add constraint planted check (false) not valid')
  const refused = await j.bart.post(form.action, filled(form, { text: `${cast.answer} Tot dan.` }))
  await sql('alter table messages drop constraint planted')
  const unknown = await j.site.visitor().get(`/nl/rooms/x?q=${encodeURIComponent(bart.email)}`)
  const wrong = await j.site
    .visitor()
    .post('/nl/sign-in', { who: bart.email, password: `${bart.password} niet`, nothing: an.email })
  if (refused.status !== 500 || unknown.status !== 404 || wrong.status !== 422)
    throw new Error(`trouble was answered with ${[refused.status, unknown.status, wrong.status]}`)
  return refused.html
}
