// What the statement must say, straight from the register and the site, without the code that makes the statement.
import { words } from '../../features/your-data/words'
import { hostsOf, type Site } from '../../platform/site'
import {
  allowedTo,
  cookies,
  cookiesOf,
  countedOf,
  countStep,
  holding,
  holdingNamed,
  holdingNames,
  isCompany,
  isOnOnePage,
  isPurposeOf,
  keepWords,
  lawNamed,
  lawsOf,
  loadsFor,
  type PurposeName,
  partsOf,
  purposeNames,
  purposes,
  type RecipientName,
  recipientNames,
  recipients,
  registerWords,
  rights,
  rightsOn,
  tableNamed,
  tablesOf,
  termOf,
} from '../../register'
import { inEea } from '../../std/eea'
import { type Language, locales } from '../../std/words'
import { dayIn, listIn } from '../../std/written'
import type { Read } from './read-back'

const kinds = ['sealed', 'published', 'unsealed', 'blindIndex', 'byDay'] as const

/** The facts of a site's statement as they must be read back from its page in this language. */
export function mustSay(site: Site, lang: Language): Read {
  const said = registerWords(lang)
  const text = words(lang).statement
  const country = (code: string) => new Intl.DisplayNames([locales[lang]], { type: 'region' }).of(code) ?? code
  const agreed = ({ name, parts, host, agreement, transfer, statement }: Site['hosting']): Read[string] => ({
    ...(parts ? { part: parts.map(({ what, place }) => text.part(what[lang] ?? '', country(place))) } : {}),
    ...(host ? { host: [text.machines(host)] } : {}),
    ...(agreement ? { agreement: [text.agreement(dayIn(agreement, lang))] } : {}),
    ...(transfer ? { transfer: [text.transfer[transfer]] } : {}),
    ...(statement ? { statement: [text.itsStatement(name)] } : {}),
  })
  const { controller, officer, authority, hosting, features, recipients: companies } = site
  const columns = tablesOf(features).flatMap((name) => Object.values(tableNamed(name).columns))
  const held = holdingNames.filter((name) => columns.some(({ about }) => about === name))
  // A company that the site names, and what of it a browser loads, is all that there can be consent for.
  const loads = (name: RecipientName) => (companies[name]?.browser ? loadsFor(name) : undefined)
  const given = (name: RecipientName) => allowedTo(name).filter(({ purpose }) => isPurposeOf(features, purpose))
  const receiving = recipientNames
    .filter((name) => !isCompany(name) || companies[name])
    .map((name) => ({ name, may: given(name).flatMap(({ holdings }) => holdings.filter((one) => held.includes(one))) }))
    .filter(({ name, may }) => may.length > 0 || loads(name))
  const served = receiving.flatMap(({ name }) => [loads(name), ...given(name).map(({ purpose }) => purpose)])
  const has = (purpose: PurposeName) =>
    isPurposeOf(features, purpose) && (purposes[purpose].basis !== 'consent' || served.includes(purpose))
  const used = purposeNames.filter(
    (name) =>
      has(name) &&
      (name === 'rights' ||
        name === 'orders' ||
        purposes[name].basis === 'consent' ||
        held.some((one) => holdingNamed(one).for.includes(name))),
  )
  const read: Read = {
    controller: {
      name: [controller.name],
      address: [controller.address],
      registration: [controller.registration],
      email: [controller.email],
    },
    officer: {
      name: [officer.name],
      ...(officer.address ? { address: [officer.address] } : {}),
      email: [officer.email],
    },
    authority: { name: [authority.name[lang] ?? ''] },
    hosting: {
      name: [hosting.name],
      place: [country(hosting.place)],
      ...agreed(hosting),
      eea: [
        [hosting, ...receiving.flatMap(({ name }) => companies[name] ?? [])].every(({ place, parts = [] }) =>
          [place, ...parts.map((part) => part.place)].every(inEea),
        )
          ? text.allInEea
          : text.outsideEea,
      ],
    },
    version: {},
    requests: { bound: [text.security.requests(holding['traffic.log'].keep.days)] },
    otherLaw: { what: [text.otherLaw], email: [officer.email] },
    erasure: { bound: [text.security.erasing(site.backupDays)] },
  }
  const counted = countedOf(features)
  const term = termOf(tableNamed('counts'))
  if (counted.length > 0 && term)
    read.counts = {
      title: [text.counts.title],
      how: [text.counts.how(countStep, keepWords(lang, term))],
      counted: counted.map((one) => said.counted[one]),
      not: [text.counts.not],
    }
  for (const name of held) {
    const { item, circle } = partsOf(name)
    const { for: why, keep, source = 'person' } = holdingNamed(name)
    const to = receiving.filter(({ may }) => may.includes(name)).map((one) => said.recipients[one.name].name)
    read[`item:${item}`] = { name: [said.items[item].name], what: [said.items[item].what] }
    read[`holding:${name}`] = {
      within: [`item:${item}`],
      circle: [said.circles[circle]],
      purposes: why.filter(has).map((purpose) => said.purposes[purpose].name),
      keep: [keepWords(lang, keep)],
      recipients: to.length > 0 ? to : [text.nobody],
      stored: kinds
        .filter((kind) => columns.some((column) => column.about === name && column.kind === kind))
        .map((kind) => said.stored[kind].name),
      source: [said.sources[source]],
    }
  }
  for (const purpose of used) {
    const { basis, ...rest } = purposes[purpose]
    read[`purpose:${purpose}`] = {
      within: [`basis:${basis}`],
      name: [said.purposes[purpose].name],
      what: [said.purposes[purpose].what],
      ...('article' in rest ? { law: [rest.article] } : {}),
    }
    read[`basis:${basis}`] = {
      name: [said.bases[basis].name],
      article: [said.bases[basis].article],
      rights: [
        rights
          .filter((right) => rightsOn[basis].includes(right))
          .map((right) => said.rights[right].name)
          .join(' · '),
      ],
    }
  }
  for (const { name } of receiving) {
    const company = companies[name]
    read[`recipient:${name}`] = {
      name: [said.recipients[name].name],
      kind: [`(${said.recipientKinds[recipients[name].kind]})`],
      ...(company
        ? {
            company: [company.name],
            place: [country(company.place)],
            ...agreed(company),
          }
        : {}),
    }
    const [purpose, browser] = [loads(name), company?.browser]
    if (purpose && browser)
      read[`loads:${name}`] = {
        within: [`recipient:${name}`],
        purpose: [said.purposes[purpose].name],
        told: [(isOnOnePage(purpose) ? text.loadsOnOnePage : text.loads)(listIn(hostsOf(browser), lang))],
      }
    const kept = [
      ...(browser?.cookies ?? []),
      ...(browser?.storage ?? []).map(({ in: where, name: key, what }) => ({
        name: `${where} ${key}`,
        days: where === 'sessionStorage' ? null : cookies.consent.days,
        what,
      })),
    ]
    for (const { name: cookie, days, what } of kept)
      read[`cookie:${cookie}`] = {
        name: [cookie],
        what: [what[lang] ?? ''],
        life: [days === null ? said.cookieLife.session : said.cookieLife.days(days)],
        consent: [` (${text.consent})`],
      }
    for (const { purpose, holdings } of given(name)) {
      const gets = holdings.filter((one) => held.includes(one))
      if (gets.length > 0)
        read[`gets:${name}.${purpose}`] = {
          within: [`recipient:${name}`],
          purpose: [said.purposes[purpose].name],
          holdings: gets.map((one) => `${said.items[partsOf(one).item].name}, ${said.circles[partsOf(one).circle]}`),
        }
    }
  }
  for (const law of lawsOf(features)) {
    const { of, cited } = lawNamed(law)
    read[`law:${law}`] = { name: [said.laws[law].name], what: [said.laws[law].what], cited: [`${of} ${cited}`] }
  }
  for (const cookie of cookiesOf(site)) {
    const { days } = cookies[cookie]
    read[`cookie:${cookie}`] = {
      name: [cookie],
      what: [said.cookies[cookie]],
      life: [days === null ? said.cookieLife.session : said.cookieLife.days(days)],
    }
  }
  for (const right of rights.filter((one) =>
    used.some((purpose) => rightsOn[purposes[purpose].basis].some((name) => name === one)),
  ))
    read[`right:${right}`] = { name: [said.rights[right].name] }
  return read
}
