import type { Act } from '../rules'
import type { Misfit } from './change'

export const nl = {
  figures: {
    title: 'Cijfers',
    lead: 'De laatste vier weken, per dag.',
    who: 'We tellen alleen hoe vaak, nooit wie. Je eigen bezoeken en robots die zeggen dat ze er een zijn, tellen niet mee.',
    views: 'Bekeken',
    phones: 'Telefoonnummer getoond',
    saves: 'Bewaard',
    replies: 'Reacties',
    most: (n: string) => `Drukste dag: ${n}`,
    table: 'Als tabel, dag per dag',
    caption: 'Per dag, de laatste vier weken',
    day: 'Dag',
    line: (views: string, saves: string, replies: string) =>
      `4 weken: ${views} × bekeken, ${saves} × bewaard, ${replies === '1' ? '1 reactie' : `${replies} reacties`}`,
  },
  overview: {
    title: 'Al je advertenties samen',
    link: 'Alles samen bekijken en wijzigen',
    lead: 'Vink aan wat je wilt wijzigen. Je ziet eerst wat er verandert; daarna pas gebeurt het.',
    loose: 'Zonder gebouw',
    adverts: 'Advertenties',
    all: 'Alles aanvinken',
    allOf: (name: string) => `Vink alles van ${name} aan`,
    none: 'Niets aanvinken',
    change: 'Gekozen advertenties wijzigen',
    building: 'In een gebouw zetten',
    nextYear: 'Volgend jaar openen',
    nextYearOf: (name: string) => `Volgend jaar openen: ${name}`,
    manage: 'Naam wijzigen',
    manageOf: (name: string) => `Naam wijzigen: ${name}`,
    units: (n: number): string => (n === 1 ? '1 advertentie' : `${n} advertenties`),
    empty: 'Dit gebouw is leeg.',
    nothing: 'Je hebt nog geen advertenties.',
    file: 'Als rekenblad: ophalen of inlezen',
    done: (n: number): string => (n === 1 ? '1 advertentie is gewijzigd.' : `${n} advertenties zijn gewijzigd.`),
    left: (n: number): string => (n === 1 ? '1 bleef zoals ze was.' : `${n} bleven zoals ze waren.`),
    drafts: (n: number): string =>
      n === 1
        ? 'Eén regel wacht als concept onder Mijn advertenties.'
        : `${n} regels wachten als concept onder Mijn advertenties.`,
    unread: (n: number): string =>
      n === 1 ? '1 regel van je bestand is niet overgenomen.' : `${n} regels van je bestand zijn niet overgenomen.`,
    undo: 'Ongedaan maken',
    undoHint: 'Dat kan nog een uur.',
    undone: (n: number): string =>
      n === 0
        ? 'Er viel niets terug te zetten.'
        : n === 1
          ? '1 advertentie is weer zoals ze was.'
          : `${n} advertenties zijn weer zoals ze waren.`,
    named: 'Bewaard.',
  },
  period: {
    let: (from: string | null, until: string | null): string =>
      from && until ? `Verhuurd van ${from} tot ${until}` : until ? `Verhuurd tot ${until}` : 'Verhuurd',
    free: (from: string | null, until: string | null): string =>
      [from ? `Vrij vanaf ${from}` : 'Nu vrij', until && `tot ${until}`].filter(Boolean).join(' '),
    over: (until: string) => `Voorbij sinds ${until}`,
    unknown: 'Geen data ingevuld',
  },
  change: {
    title: 'Advertenties wijzigen',
    lead: 'Vul alleen in wat anders moet. De rest blijft zoals het is.',
    chosen: (n: number): string => (n === 1 ? '1 gekozen advertentie' : `${n} gekozen advertenties`),
    rentHow: 'Huur per maand',
    keep: 'Laten zoals het is',
    rent: { to: 'Wordt overal', by: 'Verhogen of verlagen met een bedrag', percent: 'Verhogen of verlagen met een percentage' },
    amount: 'Hoeveel?',
    amountHint:
      'Bijvoorbeeld 480, of 25, of 2,5. Met een min ervoor wordt het minder: −10. Na een percentage ronden we af op een hele euro.',
    charges: 'Kosten per maand worden',
    chargesHint: 'Alleen waar de kosten naast de huur komen. Leeg: laten zoals het is.',
    dates: 'Wanneer vrij',
    setDates: 'Overal dezelfde data',
    nextYear: 'Een jaar later dan nu',
    nextYearHint: 'Elke advertentie houdt haar eigen dag en maand.',
    from: 'Vrij vanaf',
    until: 'Tot',
    act: 'En dan',
    acts: {
      publication: 'Online zetten',
      pause: 'Pauzeren',
      rental: 'Op verhuurd zetten',
      archive: 'Archiveren',
    } satisfies Record<Act, string>,
    look: 'Bekijken wat er verandert',
    lookTitle: 'Kijk het na',
    back: 'Terug naar wijzigen',
    nothingChanges: 'Er verandert niets.',
    confirm: (n: number): string => (n === 1 ? '1 advertentie wijzigen' : `${n} advertenties wijzigen`),
    stays: (n: number): string => (n === 1 ? '1 blijft zoals ze is.' : `${n} blijven zoals ze zijn.`),
    same: 'Blijft zoals ze is.',
    refused: 'Mag zo niet van de wet, dus blijft ze zoals ze is.',
    held: 'Hier kijkt eerst iemand van ons naar.',
    labels: { rent: 'Huur', charges: 'Kosten', from: 'Vrij vanaf', until: 'Tot', status: 'Toestand' },
    none: 'geen',
    arrow: 'wordt',
    misfits: {
      rent: 'De huur zou onder € 10 of boven € 20.000 komen: die blijft.',
      charges: 'De kosten zitten in de huur of zijn niet ingevuld: die blijven.',
      dates: 'Er staat geen begindatum in: die blijft leeg.',
      status: 'Deze advertentie kan niet in die toestand: die blijft.',
    } satisfies Record<Misfit, string>,
    errors: {
      nothing: 'Vul in wat er moet veranderen',
      rentHow: 'Kies wat er met de huur moet gebeuren',
      amount: 'Vul een bedrag in, bijvoorbeeld 480 of −10',
      percent: 'Vul een percentage in, bijvoorbeeld 2,5',
      dates: 'Kies wat er met de data moet gebeuren',
      from: 'Vul in vanaf wanneer ze vrij zijn',
      past: 'Die dag is voorbij',
      until: 'De laatste dag komt na de eerste',
    },
    noneChosen: 'Vink eerst een of meer advertenties aan.',
  },
  file: {
    title: 'Je advertenties als rekenblad',
    out: 'Ophalen',
    outText:
      'Al je advertenties in één bestand, voor Excel, LibreOffice of Numbers. Huisnummers en telefoonnummers staan er niet in.',
    download: 'Bestand ophalen (CSV)',
    in: 'Inlezen',
    inText: (id: string): string =>
      `Eén regel per kamer, met op de eerste regel de namen van de kolommen. In de kolom ‘${id}’ staat hoe je de kamer zelf noemt: een nieuw ${id} wordt een nieuwe advertentie, een dat er al is, wijzigt die advertentie. Wat er niet in staat, blijft zoals het is.`,
    choose: 'Bestand',
    chooseHint: (lines: string) => `CSV, hoogstens ${lines} regels. Je ziet eerst wat ermee gebeurt.`,
    look: 'Bekijken wat ermee gebeurt',
    report: 'Dit gebeurt er',
    again: 'Ander bestand kiezen',
    line: (n: number) => `Regel ${n}`,
    does: { new: 'Nieuw', changed: 'Gewijzigd', same: 'Blijft gelijk', refused: 'Geweigerd' },
    sums: (n: Record<'new' | 'changed' | 'same' | 'draft' | 'refused', number>): string =>
      `${n.new} nieuw, ${n.changed} gewijzigd, ${n.same} gelijk, ${n.draft} als concept, ${n.refused} geweigerd.`,
    unread: (columns: string) => `Deze kolommen kennen we niet en lezen we niet: ${columns}`,
    confirm: 'Wat mag, zo online zetten',
    columns: 'Welke kolommen kennen we?',
    columnsCaption: 'Kolommen, en wat erin kan staan',
    column: 'Kolom',
    what: 'Wat erin staat',
    ownWords: 'je eigen woorden',
    needed: 'nodig',
    mend: 'Verbeter hieronder wat niet klopt, of laat het: wat wel mag, kan al online, en een concept maak je later af.',
    oneOf: (options: string): string => `Een van: ${options}`,
    lookAgain: 'Kijk het opnieuw na',
    becomesDraft: 'Wordt een concept',
    toDrafts: (n: number): string =>
      n === 1
        ? 'Eén regel mag zo niet online. Ga je door, dan wordt het een concept onder Mijn advertenties.'
        : `${n} regels mogen zo niet online. Ga je door, dan worden het concepten onder Mijn advertenties.`,
    keep: 'Als concept bewaren',
    takeRefused: 'Regels met fouten ophalen (CSV)',
    why: 'wat er niet klopt',
    noFile: 'Kies eerst een bestand',
    unreadable:
      'Dit bestand kunnen we niet lezen. Bewaar het als CSV, met op de eerste regel de namen van de kolommen (minstens kenmerk, gemeente en huur)',
    tooMany: (lines: string) => `Er staan meer dan ${lines} regels in. Verdeel het over een paar bestanden`,
  },
  phone: {
    title: 'Eén telefoonnummer voor alles',
    lead: (n: number): string => (n === 1 ? 'Het nummer bij je advertentie.' : `Het nummer bij al je ${n} advertenties.`),
    differ: 'Nu verschillen ze: met bewaren krijgen ze hetzelfde.',
    save: 'Overal bewaren',
  },
  building: {
    title: 'In een gebouw zetten',
    lead: 'Een gebouw houdt je advertenties op één adres bij elkaar. Alleen jij ziet de naam.',
    which: 'Welk gebouw?',
    none: 'Geen gebouw',
    another: 'Een nieuw gebouw',
    name: 'Naam van het gebouw',
    nameHint: 'Zoals jij het noemt: het hoekhuis, Naamsestraat',
    save: 'Bewaren',
    nameFirst: 'Geef het gebouw een naam',
    manageTitle: 'Gebouw',
    remove: 'Gebouw weghalen',
    removeText: 'De advertenties blijven bestaan, zonder gebouw.',
  },
}
export type Words = typeof nl
