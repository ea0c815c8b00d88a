const count = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

export const nl = {
  oneFile: 'Zeg welk bestand: één, zoals WordPress het maakt onder Gereedschap, Exporteren.',
  language: (said: string, languages: string) => `--language is een taal van de site (${languages}), niet "${said}".`,
  nothing: 'Er is niets geschreven.',
  dryRun: 'Proefdraai: er is niets geschreven. Zo zou het gaan:',
  line: (line: number, title: string, said: string) => `regel ${line}${title ? ` (${title})` : ''}: ${said}`,
  refused: (why: string) => `geweigerd, ${why}`,
  more: (n: number) => `… en nog ${n} zulke regels.`,
  counts: (n: Readonly<Record<'articles' | 'pages' | 'there' | 'refused' | 'pictures' | 'replies' | 'addresses', number>>) =>
    `${count(n.articles, 'artikel', 'artikels')} en ${count(n.pages, 'pagina', 'pagina’s')} opgenomen, ${n.there} al aanwezig, ${n.refused} geweigerd; ${count(n.pictures, 'foto', 'foto’s')}; ${count(n.replies, 'reactie', 'reacties')}; ${count(n.addresses, 'adres van vroeger leidt', 'adressen van vroeger leiden')} verder`,
  file: {
    none: (path: string) => `${path} is geen bestand`,
    empty: (path: string) => `${path} is leeg`,
    noExport: (path: string) => `${path} is geen export van WordPress (WXR 1.0, 1.1 of 1.2)`,
    encoding: (path: string, label: string) => `${path} zegt geschreven te zijn als ${label}, wat geen bekende codering is`,
    signs: (line: number) => `na regel ${line}: het bestand heeft tekens die er volgens zijn eerste regel niet in kunnen staan`,
    broken: (line: number, why: string) => `regel ${line}: het bestand is niet heel (${why})`,
    doctype: (line: number) =>
      `regel ${line}: het bestand verklaart zelf wat erin gezet moet worden (DOCTYPE). WordPress doet dat niet, en zo’n bestand kan kwaad`,
    deep: (line: number) => `regel ${line}: het bestand is dieper genest dan een export ooit is`,
    long: (line: number) => `na regel ${line}: 64 MB lang sluit er niets; dit is geen heel bestand`,
  },
  why: {
    kind: (kind: string) => `is van de soort "${kind}", die deze site niet kent`,
    nameless: 'heeft guid noch adres',
    twice: 'heeft dezelfde guid als iets eerder in het bestand',
    removed: 'is hier eerder weggehaald (met --again komt het terug)',
    untitled: 'heeft geen titel',
    empty: 'heeft geen tekst',
    long: 'is langer dan 100.000 tekens',
    deep: 'is HTML die dieper genest is dan iemand schrijft',
    date: (said: string) => `heeft geen datum die te lezen is ("${said}")`,
    busy: 'iemand schreef tegelijk een tekst met hetzelfde adres: begin nog eens',
  },
  note: {
    notPublic: 'was niet openbaar en is een ontwerp',
    password: 'vroeg een wachtwoord en is een ontwerp',
    title: 'de titel is ingekort tot 120 tekens',
    summary: 'de samenvatting is ingekort tot 300 tekens',
    tags: 'niet alle trefwoorden pasten erbij',
    slug: (slug: string) => `heeft nu ${slug} als adres`,
    left: (what: string) => `zonder ${what}`,
  },
  picture: {
    folderless: 'zonder --pictures komt geen foto mee',
    absent: 'staat niet in de map',
    elsewhere: 'staat niet bij de foto’s van de site; er wordt niets opgehaald',
  },
  pictureRefused: (name: string, why: string) => `foto ${name}: ${why}`,
  authors: (n: number) =>
    `${count(n, 'tekst noemt', 'teksten noemen')} een auteur. Niemand is overgenomen: wie wil, zet zijn naam erbij aan de balie.`,
  nameless: 'Anoniem',
  replies: (n: number) =>
    `${count(n, 'reactie is', 'reacties zijn')} niet overgenomen: wat niet openbaar was, wat andere sites vanzelf stuurden, en wat te lang is of leeg.`,
  leftOut: (n: number, what: string) => `${n} × ${what} weggelaten.`,
}
export type Words = typeof nl
