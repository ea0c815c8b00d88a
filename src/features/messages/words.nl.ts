import type { ListingKind } from '../../register/tables/listings'
import type { MoneySign } from './money'
import type { Box } from './queries/inbox'
import type { ReplyRefusal, ThreadState } from './rules'

export const nl = {
  title: 'Berichten',
  boxesLabel: 'Welke berichten',
  boxes: { all: 'Alles', received: 'Ontvangen', sent: 'Verstuurd', archived: 'Weggelegd' } satisfies Record<Box, string>,
  empty: {
    all: { title: 'Nog geen berichten', text: 'Reageer op een advertentie, dan loopt het gesprek hier verder.' },
    received: { title: 'Nog niemand reageerde', text: 'Wie op een advertentie van jou reageert, vind je hier.' },
    sent: { title: 'Je reageerde nog nergens op', text: 'Hier blijft staan wat je stuurde, en op welke advertenties.' },
    archived: {
      title: 'Hier ligt niets',
      text: 'Een gesprek dat klaar is, kun je weg leggen. Een nieuw bericht haalt het terug.',
    },
  } satisfies Record<Box, { title: string; text: string }>,
  search: 'Zoek een kot',
  about: {
    kot: (place: string) => `Kot in ${place}`,
    studio: (place: string) => `Studio in ${place}`,
    apartment: (place: string) => `Appartement in ${place}`,
  } satisfies Record<ListingKind, (place: string) => string>,
  aMonth: (amount: string) => `${amount} per maand`,
  offline: 'Staat niet meer online',
  states: {
    resting: 'Nu niet bereikbaar',
    ended: 'Account beëindigd',
    new: 'Nieuw',
    answered: 'Beantwoord',
    read: 'Gelezen',
    sent: 'Nog niet gelezen',
  } satisfies Record<ThreadState, string>,
  advertiser: 'De adverteerder',
  someoneResting: 'Iemand die er even niet is',
  someoneGone: 'Iemand die weg is',
  sentLine: (text: string) => `Jij: ${text}`,
  noLine: 'De berichten hier zijn gewist',

  back: 'Alle berichten',
  withName: (name: string) => `Gesprek met ${name}`,
  withAdvertiser: 'Gesprek met de adverteerder',
  withResting: 'Gesprek met iemand die er even niet is',
  withGone: 'Gesprek met iemand die weg is',
  earlier: 'Eerdere berichten',
  later: 'Latere berichten',
  read: 'Gelezen',
  sent: 'Je bericht is verstuurd. Je krijgt een mail zodra er antwoord is.',
  resting: {
    title: 'Deze persoon krijgt voorlopig geen berichten',
    text: 'Wat die persoon schreef, is tijdelijk niet te zien. Wat jij schreef, blijft staan.',
  },
  ended: {
    title: 'Deze persoon heeft het account beëindigd',
    text: 'Wat deze persoon schreef, is gewist. Wat jij schreef, blijft staan zolang jij een account hebt.',
  },
  blockedByMe: {
    title: 'Je hebt deze persoon geblokkeerd',
    text: 'Jullie kunnen elkaar hier niet schrijven. Je kunt de blokkering altijd opheffen.',
  },
  closed: { title: 'In dit gesprek kan niet meer geschreven worden', text: 'Wat er staat, kun je blijven lezen.' },
  notSent: 'Je tekst is niet verstuurd. Je kunt hem hier nog kopiëren.',
  write: 'Jouw bericht',
  writeAria: 'Een bericht schrijven',
  send: 'Versturen',
  firstAnswer: (name: string) => `Met je eerste antwoord ziet ${name} je voornaam. Je e‑mailadres geven we niet.`,
  contact: 'Wie je schrijft',
  contactEmail: (name: string) => `${name} gaf dit e‑mailadres bij het reageren, alleen voor deze woonst.`,
  shared: 'Wat er gedeeld is',
  contactAdvertiser: 'De adverteerder kreeg je voornaam en je e‑mailadres toen je reageerde.',
  theAdvert: 'De advertentie',
  more: 'Meer met dit gesprek',
  archive: 'Wegleggen',
  unarchive: 'Terughalen',
  block: 'Blokkeren',
  blockHint: 'Wie je blokkeert, kan je niet meer schrijven en niet op je advertenties reageren. We zeggen het niet tegen hen.',
  unblock: 'Blokkering opheffen',
  report: 'Melden',
  moneyTitle: 'Wees hier voorzichtig',
  money: {
    iban: 'In dit bericht staat een rekeningnummer.',
    transfer: 'Geld dat zo verstuurd wordt, haalt niemand nog terug.',
    card: 'Wie om codes van cadeaukaarten of coupons vraagt, is een oplichter.',
    advance: 'Er wordt geld gevraagd vóór je iets gezien of getekend hebt.',
    papers: 'Er wordt een kopie van je papieren gevraagd. Daarmee doet een ander zich voor als jou.',
    abroad: 'Iemand zegt in het buitenland te zijn. Wie echt verhuurt, laat je binnen, of laat iemand anders dat doen.',
    elsewhere: 'Er wordt gevraagd om elders verder te praten. Daar kunnen wij je niet helpen als het misloopt.',
  } satisfies Record<MoneySign, string>,
  help: {
    open: 'Wat doe je nu?',
    now: 'Doe dit',
    steps: [
      'Ga zelf kijken, of laat iemand gaan die je vertrouwt. Kan dat niet: vraag een videogesprek waarin je door de kamer loopt.',
      'Betaal pas na het contract, met een overschrijving op een rekening op naam van wie tekent. De huurwaarborg staat het best op een geblokkeerde rekening.',
      'Blijf hier schrijven: dan staat er wat er gezegd is, en kunnen wij meekijken als je dit gesprek meldt.',
    ],
    neverTitle: 'Doe dit nooit',
    never: [
      'Betalen om te mogen komen kijken, of om een kamer vast te houden die je niet zag.',
      'Geld sturen met Western Union, MoneyGram, cadeaukaarten of cryptomunten.',
      'Een kopie van je identiteitskaart of paspoort sturen voor er een contract is.',
    ],
    paidTitle: 'Al betaald?',
    paid: 'Bel meteen je bank, en doe daarna aangifte bij de politie. Haal hieronder het bewijsbestand: daarin staan de advertentie, de berichten en de tijden.',
    official: 'Wat Kotweb (stad Antwerpen) over oplichters zegt',
  },
  moneyReport: 'Vertrouw je het niet? Meld dit gesprek',
  moneyAdvice:
    'Betaal niets voor je de kamer zelf zag en het contract getekend is. Een waarborg is hoogstens twee maanden huur en nooit cash.',

  reply: {
    title: 'Reageer op deze advertentie',
    pageTitle: 'Reageren',
    text: 'Je bericht',
    hint: 'Stel jezelf kort voor: wat studeer je, en van wanneer tot wanneer zoek je iets?',
    placeholderHint: 'Stuur nooit een kopie van je identiteitskaart.',
    shares: 'Met je bericht krijgt de adverteerder je voornaam en je e‑mailadres. Verder niets.',
    sharesMine: (name: string, email: string) =>
      `Met je bericht krijgt de adverteerder je voornaam (${name}) en je e‑mailadres (${email}). Verder niets.`,
    send: 'Versturen',
    fieldsTitle: 'En wie ben jij?',
    fieldsText:
      'Hiermee maken we een account, zodat je het antwoord kunt lezen. Je bericht vertrekt zodra je je e‑mailadres bevestigt.',
    have: 'Heb je al een account?',
    signIn: 'Meld je eerst aan',
    sendNew: 'Versturen en account maken',
    already: (when: string) => `Je reageerde ${when} op deze advertentie.`,
    toThread: 'Naar het gesprek',
    own: 'Dit is je eigen advertentie.',
    ownInbox: 'Bekijk wie er reageerde',
    free: 'Reageren is gratis, altijd.',
  },
  refusals: {
    gone: 'Deze advertentie staat niet meer online. Je bericht is niet verstuurd.',
    own: 'Dit is je eigen advertentie: daar kun je niet op reageren.',
    closed: 'Op deze advertentie kun je niet reageren.',
  } satisfies Record<ReplyRefusal, string>,
  keepText: 'Je tekst',
  goneTitle: 'Deze advertentie is weg',
  tooManyTitle: 'Dat gaat erg snel',
  tooMany: {
    threads: 'Je reageerde vandaag al op twintig advertenties. Morgen kun je weer verder; je tekst staat hieronder.',
    messages: 'Je schreef het laatste uur erg veel berichten. Wacht even en verstuur het dan opnieuw.',
    pending: 'Van dit netwerk kwamen het laatste uur veel reacties. Wacht even, of meld je aan als je al een account hebt.',
  },
  waiting: {
    title: 'Je bericht ligt klaar',
    text: 'We stuurden je een mail. Bevestig daarin je e‑mailadres, dan vertrekt je bericht meteen naar de adverteerder.',
    kept: 'Tot dan bewaren we je tekst versleuteld. Bevestig je niet, dan is hij na 7 dagen weg.',
    notGot: 'Niets gekregen? Kijk bij je ongewenste mail.',
    back: 'Verder zoeken',
  },
  unsent: {
    title: 'Dit is nog niet verstuurd',
    why: {
      gone: 'De advertentie stond niet meer online toen je je adres bevestigde.',
      own: 'Dit bleek een advertentie van jezelf.',
      closed: 'Op deze advertentie kun je niet reageren.',
    } satisfies Record<ReplyRefusal, string>,
    again: 'Heb jij dit geschreven? Verstuur het dan nu. Zo niet, gooi het weg.',
    kept: (day: string) => `We bewaren je tekst tot ${day}.`,
    send: 'Nu versturen',
    drop: 'Weggooien',
  },

  phone: {
    title: 'Telefoonnummer',
    show: 'Toon het telefoonnummer',
    after: 'Het telefoonnummer zie je zodra je gereageerd hebt.',
    text: 'Dit nummer gaf de adverteerder om over deze advertentie gebeld te worden. Gebruik het voor niets anders.',
    logged: 'De adverteerder kan zien dat het nummer getoond werd, niet aan wie.',
    notYet: 'Het nummer is voor wie gereageerd heeft',
    notYetText: 'Schrijf eerst een bericht bij de advertentie. Daarna staat het nummer hier.',
    notYetSignIn: 'Heb je al gereageerd? Meld je dan aan met hetzelfde account.',
    signIn: 'Aanmelden',
    toAdvert: 'Terug naar de advertentie',
  },

  reportLead: 'Een medewerker kijkt ernaar. Die kan dan lezen wat er in dit gesprek staat; jullie zien dat bij je gegevens.',
  reportHold: (days: number) =>
    `Wat er nu in staat, bewaren we minstens ${days} dagen, ook als een van jullie het account beëindigt.`,

  blocks: {
    title: 'Wie je geblokkeerd hebt',
    text: 'Zij kunnen je niet schrijven en niet op je advertenties reageren.',
  },

  mails: {
    changed: {
      erased: {
        subject: 'Iemand uit een gesprek liet alles wissen',
        text: 'Wie in deze gesprekken met je schreef, beëindigde het account en liet alles wissen. Heb je de naam, het e‑mailadres of de berichten ergens bewaard, ook in mails van ons? Wis ze dan ook, tenzij je ze nodig hebt voor wat jullie afspraken of de wet je vraagt ze te bewaren.',
      },
      restricted: {
        subject: 'Iemand uit een gesprek vraagt om gegevens niet te gebruiken',
        text: 'Wie in deze gesprekken met je schreef, vraagt om de gegevens voorlopig alleen te bewaren. Gebruik de naam, het adres en de berichten die je kreeg nu niet, en geef ze aan niemand door.',
      },
      lifted: {
        subject: 'Gegevens uit een gesprek mag je weer gebruiken',
        text: 'Wie in deze gesprekken met je schreef, vroeg om de gegevens alleen te bewaren. Dat is voorbij: de naam, het adres en de berichten die je kreeg, mag je weer gebruiken.',
      },
      corrected: {
        subject: 'Een naam of e‑mailadres uit een gesprek is verbeterd',
        text: 'Wie in deze gesprekken met je schreef, verbeterde de voornaam of het e‑mailadres. Gebruik niet meer wat je vroeger kreeg: wat nu klopt, lees je in het gesprek.',
      },
      why: 'Wie gegevens kreeg, moet dit weten (AVG, artikel 19). Je hoeft ons niet te antwoorden.',
    },
    hello: (name: string) => `Dag ${name},`,
    replied: {
      subject: (name: string) => `${name} reageerde op je advertentie`,
      text: (name: string, about: string) => `${name} reageerde op je advertentie: ${about}.`,
    },
    answered: {
      subject: (name: string) => `${name} schreef je terug`,
      text: (name: string, about: string) => `${name} schreef je terug over: ${about}.`,
    },
    read: 'Lees het bericht',
    why: 'Je krijgt één mail tot je het gesprek gelezen hebt. Bij Mijn account > Instellingen kun je deze mails uitzetten.',
    unsent: {
      subject: 'Je bericht is niet verstuurd',
      text: 'Je bevestigde je e‑mailadres, maar je bericht kon niet meer naar de adverteerder. Je tekst is er nog, bij je berichten.',
      button: 'Bekijk je tekst',
    },
  },
}
export type Words = typeof nl
