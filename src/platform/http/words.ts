import { wordsIn } from '../../std/words'

const nl = {
  signIn: 'Aanmelden',
  signOut: 'Afmelden',
  account: 'Mijn account',
  desk: 'Beheer',
  privacy: 'Privacy',
  yourData: 'Wat hebben jullie over mij?',
  accessibility: 'Toegankelijkheid',
  attribution: 'Bronnen',
  kept: 'Wat je bewaart',
  toHome: 'Naar de startpagina',
  reference: (reference: string) => `Geef dit door als je ons erover schrijft: ${reference}`,
  again: (minutes: number) =>
    `Het kan weer over ${minutes === 1 ? 'een minuut' : minutes > 120 ? `${Math.ceil(minutes / 60)} uur` : `${minutes} minuten`}.`,
  write: {
    429: 'Kan het niet wachten? Schrijf ons:',
    500: 'Lukt het weer niet? Schrijf ons:',
    503: 'Duurt het lang? Schrijf ons:',
  },
  tryAgain: 'Probeer het opnieuw',
  typed: 'Wat je net invulde, is niet aangekomen. Ga terug met je browser: meestal staat het er nog.',
  refused: {
    403: { title: 'Dit kan niet vanaf hier', text: 'Het formulier kwam niet van deze site. Ga terug en probeer het opnieuw.' },
    404: {
      title: 'Deze pagina is er niet',
      text: 'Misschien is het adres verkeerd overgenomen, of is wat hier stond intussen weg.',
    },
    410: { title: 'Deze link werkt niet meer', text: 'Hij is al gebruikt of te oud. Vraag een nieuwe aan.' },
    413: { title: 'Dat is te groot', text: 'Wat je doorstuurde, is groter dan we kunnen aannemen.' },
    415: {
      title: 'Dat konden we niet lezen',
      text: 'Wat je doorstuurde, was geen gewoon formulier. Ga terug en probeer het opnieuw.',
    },
    423: {
      title: 'Dit kan nu niet',
      text: 'Hierbij horen gegevens van iemand die vroeg om ze alleen te bewaren. Zolang dat duurt, doet niemand er iets mee.',
    },
    429: { title: 'Even geduld', text: 'Je hebt dit te vaak na elkaar geprobeerd. Wacht even en probeer het dan opnieuw.' },
    503: {
      title: 'Even niet bereikbaar',
      text: 'Een deel van de site antwoordt niet en wordt nagekeken. Wat je al bewaarde, is niet verloren. Probeer het over een paar minuten opnieuw.',
    },
    500: {
      title: 'Er ging iets mis bij ons',
      text: 'Dit is onze fout. We hebben opgeschreven wat er misging, zonder gegevens over jou. Probeer het nog eens: vaak lukt het dan wel.',
    },
  },
}
type Words = typeof nl
const fr: Words = {
  signIn: 'Se connecter',
  signOut: 'Se déconnecter',
  account: 'Mon compte',
  desk: 'Gestion',
  privacy: 'Vie privée',
  yourData: 'Qu’avez-vous sur moi ?',
  accessibility: 'Accessibilité',
  attribution: 'Sources',
  kept: 'Ce que vous gardez',
  toHome: 'Vers la page d’accueil',
  reference: (reference) => `Mentionnez ceci si vous nous écrivez : ${reference}`,
  again: (minutes) =>
    `Vous pourrez réessayer dans ${minutes === 1 ? 'une minute' : minutes > 120 ? `${Math.ceil(minutes / 60)} heures` : `${minutes} minutes`}.`,
  write: {
    429: 'Cela ne peut pas attendre ? Écrivez-nous :',
    500: 'Cela échoue encore ? Écrivez-nous :',
    503: 'Cela dure longtemps ? Écrivez-nous :',
  },
  tryAgain: 'Réessayer',
  typed:
    'Ce que vous venez de remplir n’est pas arrivé. Revenez en arrière dans votre navigateur : le plus souvent, tout y est encore.',
  refused: {
    403: {
      title: 'Ce n’est pas possible d’ici',
      text: 'Le formulaire ne venait pas de ce site. Revenez en arrière et réessayez.',
    },
    404: { title: 'Cette page n’existe pas', text: 'L’adresse est peut-être mal recopiée, ou ce qui s’y trouvait a disparu.' },
    410: { title: 'Ce lien ne fonctionne plus', text: 'Il a déjà servi ou il est trop ancien. Demandez-en un nouveau.' },
    413: { title: 'C’est trop volumineux', text: 'Ce que vous avez envoyé dépasse ce que nous pouvons accepter.' },
    415: {
      title: 'Nous n’avons pas pu le lire',
      text: 'Ce que vous avez envoyé n’était pas un formulaire ordinaire. Revenez en arrière et réessayez.',
    },
    423: {
      title: 'Ce n’est pas possible maintenant',
      text: 'Ceci touche aux données d’une personne qui a demandé de seulement les conserver. Tant que cela dure, personne n’en fait rien.',
    },
    429: { title: 'Un peu de patience', text: 'Vous avez essayé trop souvent. Attendez un moment, puis réessayez.' },
    503: {
      title: 'Momentanément indisponible',
      text: 'Une partie du site ne répond pas et on s’en occupe. Ce que vous aviez enregistré n’est pas perdu. Réessayez dans quelques minutes.',
    },
    500: {
      title: 'Un problème de notre côté',
      text: 'C’est notre faute. Nous avons noté ce qui s’est passé, sans données à votre sujet. Réessayez : souvent, cela réussit alors.',
    },
  },
}
const en: Words = {
  signIn: 'Sign in',
  signOut: 'Sign out',
  account: 'My account',
  desk: 'Desk',
  privacy: 'Privacy',
  yourData: 'What do you hold about me?',
  accessibility: 'Accessibility',
  attribution: 'Sources',
  kept: 'What you keep',
  toHome: 'To the home page',
  reference: (reference) => `Mention this if you write to us about it: ${reference}`,
  again: (minutes) =>
    `You can try again in ${minutes === 1 ? 'a minute' : minutes > 120 ? `${Math.ceil(minutes / 60)} hours` : `${minutes} minutes`}.`,
  write: {
    429: 'Can it not wait? Write to us:',
    500: 'Does it fail again? Write to us:',
    503: 'Does it take long? Write to us:',
  },
  tryAgain: 'Try again',
  typed: 'What you just filled in did not reach us. Go back in your browser: it is usually still there.',
  refused: {
    403: { title: 'This cannot be done from here', text: 'The form did not come from this site. Go back and try again.' },
    404: { title: 'This page is not here', text: 'Perhaps the address was copied wrongly, or what was here is gone.' },
    410: { title: 'This link no longer works', text: 'It was used already, or it is too old. Ask for a new one.' },
    413: { title: 'That is too big', text: 'What you sent is larger than we can take.' },
    415: { title: 'We could not read that', text: 'What you sent was not an ordinary form. Go back and try again.' },
    423: {
      title: 'This cannot be done now',
      text: 'This needs data of somebody who asked to have them only stored. As long as that lasts, nobody does anything with them.',
    },
    429: { title: 'One moment', text: 'You tried this too often in a row. Wait a little, then try again.' },
    503: {
      title: 'Not available for a moment',
      text: 'Part of the site does not answer and is being looked after. What you saved before is not lost. Try again in a few minutes.',
    },
    500: {
      title: 'Something went wrong on our side',
      text: 'This is our fault. We wrote down what happened, without data about you. Try once more: that often works.',
    },
  },
}

export const words = wordsIn<Words>({ nl, fr, en })
