const times = (n: number, one: string, many: string) => (n === 1 ? `1 ${one}` : `${n} ${many}`)

export const nl = {
  title: 'Nieuwsbrief',
  block: { title: 'Lees het in je mailbox' },
  form: {
    lead: 'Af en toe een brief met wat we schrijven. Je stopt met één klik, wanneer je wilt.',
    how: [
      'We vragen alleen je e‑mailadres.',
      'Eerst mailen we je een link. Pas als je die bevestigt, sta je op de lijst.',
      'We zien niet of je een brief opent of waar je op klikt.',
    ],
    email: 'Je e‑mailadres',
    hint: 'Alleen voor de nieuwsbrief.',
    kept: (days: number) => `Wat je niet bevestigt, is na ${times(days, 'dag', 'dagen')} weg.`,
    privacy: 'Wat we weten en waarom',
    website: 'Laat dit veld leeg',
    submit: 'Stuur me de link',
    tooMany: 'Te veel tegelijk',
    tooManyText: 'Dit adres of dit netwerk vroeg het net al een paar keer. Er gaat niets verloren: probeer het later opnieuw.',
    errors: {
      email: {
        required: 'Vul je e‑mailadres in',
        email: 'Vul een e‑mailadres in, zoals naam@voorbeeld.be',
      },
    },
  },
  done: {
    sent: {
      title: 'Kijk in je mailbox',
      text: 'We stuurden een link naar dat adres. Open die en bevestig: pas dan sta je op de lijst. Komt er niets, dan wil dat adres misschien geen brieven meer van ons.',
    },
    subscribed: {
      title: 'Je bent ingeschreven',
      text: 'De volgende brief komt naar je toe. Onderaan elke brief staat een link om te stoppen.',
    },
    stopped: {
      title: 'Je krijgt geen brieven meer',
      text: 'Je bent uitgeschreven, en je adres is gewist.',
    },
    never: {
      title: 'We laten je met rust',
      text: 'Je bent uitgeschreven, en je adres is gewist.',
    },
    stays: (months: number) =>
      `Zodat niemand het opnieuw op de lijst zet, blijft er ${months} maanden een afdruk van, gemaakt met een eigen geheime sleutel: er is geen adres uit te lezen. Bedenk je je? Vraag het ons, en we halen die weg.`,
    again: 'Naar de nieuwsbrief',
    home: 'Naar de startpagina',
  },
  confirm: {
    title: 'Wil je onze nieuwsbrief?',
    text: (months: number) =>
      `Je ja geldt ${months} maanden, en je kunt het op elk moment terugnemen. Wij onthouden dat je het gaf en wat hier stond.`,
    submit: 'Ja, ik wil hem',
  },
  link: {
    title: 'Je nieuwsbrief',
    until: (day: string) => `Je bent ingeschreven tot ${day}. Daarna stopt het vanzelf.`,
    stop: 'Stop met de nieuwsbrief',
    renew: 'Langer ingeschreven blijven',
    renewed: 'Goed: je blijft ingeschreven.',
    never: 'Nooit meer mailen',
    neverText: (months: number) =>
      `Dan stopt het ook, en houden we ${months} maanden een onleesbare afdruk van je adres bij, zodat niemand het opnieuw kan inschrijven. Wil je later toch weer brieven, schrijf ons dan.`,
    neverAct: 'Stop, en mail me nooit meer',
    none: 'Hier is niets meer om te stoppen',
    noneText: 'Met deze link is niemand meer ingeschreven. Je krijgt geen brieven.',
  },
  mails: {
    confirm: {
      subject: (site: string) => `Bevestig de nieuwsbrief van ${site}`,
      text: (site: string) => `Iemand vulde dit adres in voor de nieuwsbrief van ${site}. Was jij dat? Bevestig het dan.`,
      button: 'De nieuwsbrief bevestigen',
      notYou: (days: number) =>
        `Was jij het niet? Doe dan niets: zonder bevestiging krijg je geen brieven, en na ${times(days, 'dag', 'dagen')} is je adres hier weg.`,
    },
    letter: {
      read: 'Lees het op de site',
      why: (site: string, day: string) =>
        `Je krijgt dit omdat je je inschreef op de nieuwsbrief van ${site}. Je ja geldt tot ${day}. We zien niet of je deze brief opent of waar je op klikt.`,
      stop: 'Stoppen of langer ingeschreven blijven',
    },
    test: {
      subject: (title: string) => `[Proef] ${title}`,
      why: 'Dit is een proef: alleen jij kreeg hem. In de echte brief staat hier hoe men stopt.',
    },
  },
  desk: {
    lead: 'Een brief is een artikel dat je mailt naar wie zich daarvoor inschreef. Niemand ziet wie hem opent of waar men op klikt: we tellen alleen, in hele tientallen, naar hoeveel mensen hij ging.',
    readers: 'Ingeschreven',
    about: (n: number | undefined) => (n === undefined ? 'minder dan 10' : `minstens ${n}`),
    new: 'Een brief maken',
    article: 'Welk artikel wil je mailen?',
    articleHint: 'Een klad kan ook: dan staat het niet op de site, en wel in de brief.',
    noArticles: 'Er is nog geen artikel.',
    write: 'Een artikel schrijven',
    make: 'Maak een brief',
    letters: 'Brieven',
    none: 'Nog geen brieven',
    column: { letter: 'Brief', language: 'Taal', state: 'Stand', at: 'Vertrek' },
    states: { draft: 'Klad', scheduled: 'Ingepland', leaving: 'Vertrekt nu', sent: 'Verstuurd' },
    gone: 'Artikel is weg',
    goneText: 'Het artikel van deze brief is er niet meer. Gooi de brief weg, of schrijf het artikel opnieuw.',
    when: 'Wanneer vertrekt de brief?',
    now: 'Nu',
    nowHint: 'Binnen een minuut. Dat is niet terug te nemen.',
    later: 'Later',
    day: 'Dag',
    time: 'Uur',
    zone: 'Zoals 9:30, in de tijd van Brussel.',
    send: 'Verstuur de brief',
    test: 'Stuur een proef naar mij',
    tested: 'De proef is onderweg naar je eigen adres.',
    unschedule: 'Niet meer versturen',
    remove: 'Weggooien',
    removeSure: 'De brief gaat weg; het artikel blijft.',
    cancel: 'Terug',
    said: 'Wat erin staat',
    asArticle: 'Zo staat het artikel er nu. Wat je daar verandert voor de brief vertrekt, verandert mee.',
    asSent: 'Zo is de brief vertrokken. Wat je daarna in het artikel verandert, staat er niet in.',
    gotBy: 'Ging naar',
    untracked: 'Geteld in hele tientallen, over de laatste 30 dagen. Of iemand de brief opende, weten we niet.',
    alone: {
      title: 'Een adres met rust laten',
      lead: 'Vroeg iemand om nooit meer gemaild te worden, of klaagde iemand bij de eigen mailprovider? Typ dan het adres: het stopt meteen, en niemand kan het nog inschrijven.',
      email: 'E‑mailadres',
      add: 'Laat met rust',
      lift: 'Mag weer gemaild worden',
    },
    done: {
      alone: 'Dit adres krijgt geen brieven meer.',
      again: 'Dit adres kan zich weer inschrijven.',
      notAlone: 'Dit adres werd niet met rust gelaten.',
    },
    errors: {
      article: 'Kies een artikel',
      when: 'Kies wanneer de brief vertrekt',
      day: 'Vul een dag en een uur in die nog komen',
    },
  },
}

export type Words = typeof nl
