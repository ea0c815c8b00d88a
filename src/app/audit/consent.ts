import { faultsInChain } from '../../features/consent'
import { outward } from '../../platform/http'
import { askedOf, asksFor, isOnOnePage, registerWords } from '../../register'
import type { Check, Difference } from './check'
import type { Eyes } from './eyes'

const noControl = { 'sec-gpc': '1' }
const buttonsIn = (html: string) =>
  [...html.matchAll(/<button\b([^>]*)>/g)].flatMap(([, attributes = '']) => {
    const value = /\bname="all" value="(yes|no)"/.exec(attributes)?.[1]
    return value ? [{ value, look: attributes.replace(/\bvalue="[^"]*"/, '').trim() }] : []
  })
const isAsked = (html: string) => buttonsIn(html).length > 0

/** How consent is asked, as a stranger meets it, in each language: on the first layer, no as easy as yes, nothing ticked, not at all of who sends Global
 *  Privacy Control, nor where nothing needs it; and whether the record of it is as it was written. */
export async function consentCheck({ p, ask }: Eyes): Promise<Check> {
  const asks = asksFor(p.site.recipients)
  const asked = asks.filter((purpose) => askedOf(purpose) === 'browser' && !isOnOnePage(purpose))
  const differences: Difference[] = []
  let compared = 0
  const hold = (what: string, stated: string, holds: boolean, found = 'not so') => {
    compared++
    if (!holds) differences.push({ what, stated, found })
  }
  for (const lang of p.site.languages) {
    const page = (await ask(outward(p.site, `/${lang}`))).body
    const buttons = buttonsIn(page)
    const expected = asked.length > 0 ? ['no', 'yes'] : []
    hold(
      `the question on /${lang}`,
      expected.join(', ') || 'none',
      buttons
        .map(({ value }) => value)
        .sort()
        .join() === expected.join(),
    )
    hold(`the buttons on /${lang}`, 'alike', new Set(buttons.map(({ look }) => look)).size <= 1, 'one stands out')
    hold(
      `/${lang} with Global Privacy Control`,
      'no question',
      !isAsked((await ask(outward(p.site, `/${lang}`), noControl)).body),
      'asks',
    )
    if (asks.length === 0) continue
    hold(`the way back on /${lang}`, 'a link', page.includes(`href="${outward(p.site, `/${lang}/choices`)}"`))
    const choices = await ask(outward(p.site, `/${lang}/choices`))
    hold(`/${lang}/choices`, 'there', choices.status === 200, String(choices.status))
    hold(`/${lang}/choices`, 'nothing ticked', !/<input[^>]*\schecked/.test(choices.body), 'ticked before')
    if (asked.length === 0) continue
    const question = page.slice(page.indexOf('class="consent"'), page.indexOf('</section>', page.indexOf('class="consent"')))
    hold(`who asks on /${lang}`, p.site.controller.name, question.includes(p.site.controller.name))
    for (const purpose of asked) {
      const { name } = registerWords(lang).purposes[purpose]
      hold(`what is asked on /${lang}`, name, question.includes(name))
    }
  }
  if (asks.length > 0) {
    const faults = await faultsInChain(p)
    compared++
    differences.push(...faults.map((what) => ({ what, stated: 'as it was written', found: 'not' })))
  }
  return { about: 'consent', compared, differences }
}
