import { keysOf } from '../std/keys'

/** `cited`: as purposes cite it, in the way that EUR-Lex and the national collections do. `until`: the day on which it is no more. `feature`: a site without it has
 *  nothing to do with it. */
type Law = { of: 'EU' | 'BE' | 'NL'; cited: string; url: string; until?: string; feature?: string }

/** The laws about people's data, and about what is done with adverts and messages, that the program is built to comply with. The rules about renting
 *  have sources of their own: docs/law.md. */
export const laws = {
  gdpr: { of: 'EU', cited: 'Regulation (EU) 2016/679', url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj' },
  eprivacy: { of: 'EU', cited: 'Directive 2002/58/EC', url: 'https://eur-lex.europa.eu/eli/dir/2002/58/oj' },
  dsa: {
    of: 'EU',
    cited: 'Regulation (EU) 2022/2065',
    url: 'https://eur-lex.europa.eu/eli/reg/2022/2065/oj',
    feature: 'moderation',
  },
  // Its article 10/2 has the rule about cookies.
  belgianData: { of: 'BE', cited: '30.07.2018', url: 'https://www.ejustice.just.fgov.be/eli/wet/2018/07/30/2018040581/justel' },
  dutchData: { of: 'NL', cited: 'BWBR0040940', url: 'https://wetten.overheid.nl/BWBR0040940' },
  // Its article 11.7a has the rule about cookies.
  dutchTelecom: { of: 'NL', cited: 'BWBR0009950', url: 'https://wetten.overheid.nl/BWBR0009950' },
} as const satisfies Record<string, Law>

export type LawName = keyof typeof laws
export const lawNames = keysOf(laws)
export const lawNamed = (name: LawName): Law => laws[name]
/** The laws of a site with these features. */
export const lawsOf = (features: readonly string[]): LawName[] =>
  lawNames.filter((name) => {
    const { feature } = lawNamed(name)
    return feature === undefined || features.includes(feature)
  })
