import type { Words } from './words.nl'

const count = (n: number, ...[one, more]: [one: string, more: string]) => [`${n} ${one}`, `${n} ${more}`][Number(n > 1)]

export const fr = {
  oneFile: 'Dites quel fichier : un seul, tel que WordPress le fait sous Outils, Exporter.',
  language: (said, languages) => `--language est une langue du site (${languages}), pas « ${said} ».`,
  nothing: 'Rien n’a été écrit.',
  dryRun: 'Essai : rien n’a été écrit. Voici ce que cela donnerait :',
  line: (line, title, said) => `ligne ${line}${title ? ` (${title})` : ''} : ${said}`,
  refused: (why) => `refusé, ${why}`,
  more: (n) => `… et encore ${n} lignes de ce genre.`,
  counts: (n) =>
    `${count(n.articles, 'article', 'articles')} et ${count(n.pages, 'page', 'pages')} repris, ${n.there} déjà là, ${n.refused} refusés ; ${count(n.pictures, 'photo', 'photos')} ; ${count(n.replies, 'commentaire', 'commentaires')} ; ${count(n.addresses, 'ancienne adresse mène', 'anciennes adresses mènent')} plus loin`,
  file: {
    none: (path) => `${path} n’est pas un fichier`,
    empty: (path) => `${path} est vide`,
    noExport: (path) => `${path} n’est pas un export de WordPress (WXR 1.0, 1.1 ou 1.2)`,
    encoding: (path, label) => `${path} se dit écrit en ${label}, qui n’est pas un codage connu`,
    signs: (line) => `après la ligne ${line} : le fichier a des signes que sa première ligne exclut`,
    broken: (line, why) => `ligne ${line} : le fichier n’est pas entier (${why})`,
    doctype: (line) =>
      `ligne ${line} : le fichier déclare lui-même ce qu’il faut y mettre (DOCTYPE). WordPress ne le fait pas, et un tel fichier peut nuire`,
    deep: (line) => `ligne ${line} : le fichier est imbriqué plus profondément qu’un export ne l’est jamais`,
    long: (line) => `après la ligne ${line} : rien ne se ferme pendant 64 Mo ; ce fichier n’est pas entier`,
  },
  why: {
    kind: (kind) => `est du genre « ${kind} », que ce site ne connaît pas`,
    nameless: 'n’a ni guid ni adresse',
    twice: 'a le même guid qu’un élément précédent du fichier',
    removed: 'a été retiré ici auparavant (avec --again il revient)',
    untitled: 'n’a pas de titre',
    empty: 'n’a pas de texte',
    long: 'a plus de 100 000 signes',
    deep: 'est du HTML imbriqué plus profondément que personne n’écrit',
    date: (said) => `n’a pas de date lisible (« ${said} »)`,
    busy: 'quelqu’un a écrit en même temps un texte à la même adresse : recommencez',
  },
  note: {
    notPublic: 'n’était pas public et devient un brouillon',
    password: 'demandait un mot de passe et devient un brouillon',
    title: 'le titre est raccourci à 120 signes',
    summary: 'le résumé est raccourci à 300 signes',
    tags: 'il n’y avait pas de place pour tous les mots-clés',
    slug: (slug) => `a désormais l’adresse ${slug}`,
    left: (what) => `sans ${what}`,
  },
  picture: {
    folderless: 'sans --pictures aucune photo n’est reprise',
    absent: 'n’est pas dans le dossier',
    elsewhere: 'n’est pas parmi les photos du site ; rien n’est téléchargé',
  },
  pictureRefused: (name, why) => `photo ${name} : ${why}`,
  authors: (n) =>
    `${count(n, 'texte nomme', 'textes nomment')} un auteur. Personne n’est repris : qui le veut met son nom au bureau.`,
  nameless: 'Anonyme',
  replies: (n) =>
    `${count(n, 'commentaire n’est pas repris', 'commentaires ne sont pas repris')} : ce qui n’était pas public, ce que d’autres sites ont envoyé d’eux-mêmes, et ce qui est trop long ou vide.`,
  leftOut: (n, what) => `${n} × ${what} laissé de côté.`,
} satisfies Words
