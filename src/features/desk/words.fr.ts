import type { Words } from './words.nl'

export const fr = {
  report: {
    title: { listing: 'Signaler cette annonce', thread: 'Signaler cette conversation' },
    lead: 'Quelque chose ne va pas ? Dites-le-nous. Une personne examine votre signalement et vous fait part de notre décision.',
    about: 'Vous signalez',
    reason: 'Que se passe-t-il ?',
    reasons: {
      scam: { text: 'Une arnaque', hint: 'Demander de l’argent avant une visite, un kot qui n’existe pas, des photos volées.' },
      discrimination: {
        text: 'Une discrimination',
        hint: 'Refuser quelqu’un à cause de son origine, de sa religion, de son sexe, d’un handicap ou de ses revenus.',
      },
      unlawful: {
        text: 'Autre chose que la loi interdit',
        hint: 'Une garantie trop élevée, un logement déclaré inhabitable.',
      },
      wrong: { text: 'C’est inexact', hint: 'Le prix ou le lieu est faux, ou le kot est déjà loué.' },
      abuse: { text: 'Du harcèlement ou des menaces', hint: 'Insultes, menaces, messages non désirés.' },
      other: { text: 'Autre chose', hint: undefined },
    },
    explanation: {
      label: 'Qu’est-ce qui ne va pas exactement, et pourquoi ?',
      hint: 'Plus c’est clair, plus vite nous pouvons décider. N’écrivez pas de données d’autrui qui ne sont pas nécessaires.',
    },
    contact: { label: 'Votre adresse e-mail', hint: 'Nous vous envoyons un accusé de réception et, plus tard, notre décision.' },
    goodFaith: {
      legend: 'De bonne foi',
      label: 'Je suis convaincu·e que ce que j’écris ici est exact et complet.',
    },
    whoSees: 'La personne qui a placé l’annonce ou qui vous écrit n’apprend pas qui a fait ce signalement.',
    submit: 'Envoyer le signalement',
    back: 'Retour',
    sentTitle: 'Nous avons votre signalement',
    sent: 'Merci. Nous vous avons envoyé un accusé de réception. Dès que nous décidons, nous vous écrivons quoi et pourquoi.',
    urgent:
      'Un danger immédiat ? Appelez le 112. Vous avez perdu de l’argent ? Appelez tout de suite votre banque et portez plainte à la police.',
  },
  errors: {
    reason: { choose: 'Choisissez ce qui se passe' },
    explanation: { required: 'Expliquez ce qui ne va pas', tooShort: 'Expliquez en quelques mots ce qui ne va pas' },
    contact: { required: 'Entrez votre adresse e-mail, pour que nous puissions vous répondre' },
    goodFaith: { goodFaith: 'Cochez que vous signalez de bonne foi' },
  },
  mails: {
    about: { listing: 'une annonce', thread: 'une conversation' },
    received: {
      subject: (site) => `Nous avons reçu votre signalement sur ${site}`,
      text: (about, reason, day) => [
        `Merci pour votre signalement du ${day} à propos d’${about} (${reason}).`,
        'Une personne de chez nous l’examine. Rien n’est décidé automatiquement. Vous recevrez notre décision et sa raison dans un prochain e-mail.',
      ],
      reference: (reference) => `Numéro de votre signalement : ${reference}`,
    },
  },
} satisfies Words
