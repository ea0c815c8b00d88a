const times = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)
/** Where the parts lie that lie elsewhere. */
export const within = (parts: readonly string[]) => (parts.length > 0 ? ` (${parts.join(', ')})` : '')

/** Who runs the chat, where and on whose machines what is said lies, and for how long. */
type Lies = { company: string; place: string; parts: readonly string[]; host: string | undefined; days: number }

export const nl = {
  title: 'Chat',
  way: 'Chat met ons',
  who: (company: string) => `Onze chat wordt verzorgd door ${company}.`,
  what: ({ company, place, parts, host, days }: Lies) =>
    `Wat je er zegt, je IP-adres en wat je browser van zichzelf vertelt, gaan naar ${company}: wij lezen het daar. Het ligt ${host ? `op machines van ${host} ` : ''}in ${place}${within(parts)}, en wordt er gewist na ${times(days, 'dag', 'dagen')} zonder bericht.`,
  part: (what: string, place: string) => `${what}: ${place}`,
  cookie: (days: number) =>
    `Pas als je op de knop drukt, wordt er iets van geladen, alleen op deze pagina, en komt er een cookie in je browser om je gesprek terug te vinden: ${times(days, 'dag', 'dagen')}.`,
  itsStatement: (company: string) => `Privacyverklaring van ${company}`,
  ours: 'Onze privacyverklaring',
  start: 'Start de chat',
  changed: 'Er staat intussen iets anders bij de knop. Lees het nog eens, en druk dan opnieuw.',
  gpc: 'Je browser zegt nee',
  gpcText:
    'Je browser vraagt met Global Privacy Control om niets van anderen te laden. Daarom laden we de chat niet. Schrijf ons met het formulier.',
  noScript: 'De chat werkt niet zonder scripts. Schrijf ons met het formulier.',
  open: 'De chat gaat hier open. Je gesprek blijft erin, ook als je later terugkomt.',
  failed: 'De chat komt niet. Schrijf ons met het formulier, of probeer het straks opnieuw.',
  stopTitle: 'Gesprek wissen en stoppen',
  stopText: (company: string) =>
    `Alles wat er gezegd werd gaat weg, hier en bij ${company}, en er wordt niets meer van geladen. Dat kan niet ongedaan gemaakt worden.`,
  stop: 'Wis het gesprek',
  erased: 'Het gesprek is gewist.',
  erasedText: (company: string) =>
    `Hier is alles weg. ${company} krijgt meteen de vraag om het gesprek te wissen, en opnieuw tot het gedaan is.`,
  desk: {
    title: 'Te wissen bij Crisp',
    nth: (code: string) => `Gesprek ${code}`,
    lead: 'Crisp wiste dit gesprek niet, hoewel we het al langer dan een dag vragen. Wis het in Crisp zelf, en zeg hier dat het gedaan is. We blijven het ook zelf proberen, tot anderhalve dag na de eerste keer.',
    since: 'Gevraagd sinds',
    session: 'Naam van het gesprek in Crisp',
    show: 'Toon de naam',
    reason: 'Om een gesprek bij Crisp te wissen',
    sureLabel: 'Is het gewist?',
    sure: 'Ja, ik wiste het in Crisp',
    sureMissing: 'Wis het gesprek eerst in Crisp, en zeg dan dat het gedaan is',
    done: 'Het is gewist',
    after: 'Daarna weten wij er niets meer van.',
  },
}

export type Words = typeof nl
