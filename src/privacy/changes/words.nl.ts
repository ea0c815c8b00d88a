export const nl = {
  quoted: (name: string) => `‘${name}’`,
  wording: 'De tekst is op sommige plaatsen duidelijker gemaakt. Wat we doen, is hetzelfde gebleven.',
  known: {
    held: (what: string, why: string, keep: string) => `Vanaf nu bewaren we ook ${what}, voor: ${why}. Hoe lang: ${keep}.`,
    heldNoMore: (what: string) => `${what} bewaren we niet meer.`,
    longer: (what: string, to: string, from: string) => `${what} bewaren we langer: ${to} (vroeger: ${from}).`,
    shorter: (what: string, to: string, from: string) => `${what} bewaren we korter: ${to} (vroeger: ${from}).`,
    otherTerm: (what: string, to: string, from: string) => `Hoe lang we ${what} bewaren, verandert: ${to} (vroeger: ${from}).`,
    alsoFor: (what: string, why: string) => `${what} gebruiken we voortaan ook voor: ${why}.`,
    noLongerFor: (what: string, why: string) => `${what} gebruiken we niet meer voor: ${why}.`,
    nowOpen: (what: string) =>
      `${what} bewaren we niet langer helemaal versleuteld: het programma of iedereen kan er iets van lezen.`,
    nowSealed: (what: string) => `${what} bewaren we beter afgesloten dan vroeger.`,
    otherSource: (what: string) => `${what} krijgen we voortaan op een andere manier.`,
    counts: (what: string) => `We kunnen voortaan tellen, zonder te weten van wie: ${what}.`,
    countsNoMore: (what: string) => `Dit tellen we niet meer: ${what}.`,
    countsOtherwise: (step: number, keep: string) =>
      `Wat we tellen zonder te weten van wie, tonen we voortaan per ${step} en bewaren we ${keep}.`,
  },
  why: { otherBasis: (why: string, to: string, from: string) => `De grond voor ‘${why}’ is voortaan ${to} (vroeger: ${from}).` },
  receivers: {
    receives: (who: string, what: string, why: string) => `${who} krijgt voortaan ook: ${what}. Waarvoor: ${why}.`,
    receivesNoMore: (who: string, what: string, why: string) => `${who} krijgt niet meer: ${what} (voor: ${why}).`,
    loads: (who: string, hosts: string, why: string) =>
      `${who}: als je ja zegt, spreekt je browser voortaan ook met ${hosts}. Waarvoor: ${why}.`,
    loadsNoMore: (who: string, hosts: string, why: string) => `${who}: je browser spreekt niet meer met ${hosts} (voor: ${why}).`,
    otherCompany: (who: string, to: string, from: string) => `${who} is voortaan ${to} (vroeger: ${from}).`,
    otherAgreement: (who: string) => `Met ${who} is de overeenkomst vernieuwd, of staat haar eigen verklaring elders.`,
  },
  where: {
    otherHost: (to: string, from: string) => `De gegevens staan voortaan bij ${to} (vroeger: ${from}).`,
    measures: 'De beschrijving van de server en zijn maatregelen is vernieuwd.',
    leavesEea: 'Niet alles blijft nog in de Europese Economische Ruimte.',
    staysInEea: 'Alles blijft voortaan in de Europese Economische Ruimte.',
    encrypted: 'Alles tussen je browser en de site gaat voortaan versleuteld (HTTPS).',
    notEncrypted: 'Wat tussen je browser en de site gaat, is niet meer versleuteld (geen HTTPS).',
    backupsLonger: (to: number, from: number) =>
      `Wat gewist is, kan langer uit een reservekopie komen: ${to} dagen (vroeger: ${from}).`,
    backupsShorter: (to: number, from: number) =>
      `Wat gewist is, is eerder ook uit elke reservekopie weg: na ${to} dagen (vroeger: ${from}).`,
  },
  stored: {
    cookie: (name: string) => `Bij wie ja zegt komt in de browser ook: ${name}.`,
    cookieGone: (name: string) => `In je browser komt niet meer: ${name}.`,
  },
  cookies: {
    cookie: (name: string) => `Er komt een cookie bij: ${name}.`,
    cookieGone: (name: string) => `De cookie ${name} zetten we niet meer.`,
    cookieLonger: (name: string, to: string, from: string) => `De cookie ${name} blijft langer: ${to} (vroeger: ${from}).`,
    cookieShorter: (name: string, to: string, from: string) => `De cookie ${name} blijft korter: ${to} (vroeger: ${from}).`,
    cookieAsks: (name: string) => `De cookie ${name} zetten we voortaan alleen als je ja zegt.`,
    cookieAsksNoMore: (name: string) => `De cookie ${name} zetten we voortaan zonder het te vragen.`,
  },
  rights: {
    right: (name: string) => `Je krijgt er een recht bij: ${name}.`,
    rightGone: (name: string) => `Dit recht geldt niet meer: ${name}.`,
  },
  who: {
    otherController: (to: string, from: string) => `Verantwoordelijk is voortaan ${to} (vroeger: ${from}).`,
    otherOfficer: (to: string, from: string) => `De functionaris voor gegevensbescherming is voortaan ${to} (vroeger: ${from}).`,
    otherAuthority: (to: string, from: string) => `De toezichthouder is voortaan ${to} (vroeger: ${from}).`,
    controller: 'Het adres van wie verantwoordelijk is, is veranderd.',
    officer: 'Het adres van de functionaris voor gegevensbescherming is veranderd.',
    authority: 'Het adres van de toezichthouder is veranderd.',
  },
}
export type ChangeWords = typeof nl
