import type { Words } from './words.nl'

const count = (n: number, one: string, more: string) => `${n} ${n === 1 ? one : more}`

export const en = {
  oneFile: 'Say which file: one, as WordPress makes it under Tools, Export.',
  language: (said, languages) => `--language is a language of the site (${languages}), not "${said}".`,
  nothing: 'Nothing was written.',
  dryRun: 'Dry run: nothing was written. This is how it would go:',
  line: (line, title, said) => `line ${line}${title ? ` (${title})` : ''}: ${said}`,
  refused: (why) => `refused, ${why}`,
  more: (n) => `… and ${n} more lines like these.`,
  counts: (n) =>
    `${count(n.articles, 'article', 'articles')} and ${count(n.pages, 'page', 'pages')} came in, ${n.there} were there already, ${n.refused} refused; ${count(n.pictures, 'picture', 'pictures')}; ${count(n.replies, 'reply', 'replies')}; ${count(n.addresses, 'former address leads', 'former addresses lead')} on`,
  file: {
    none: (path) => `${path} is not a file`,
    empty: (path) => `${path} is empty`,
    noExport: (path) => `${path} is no export of WordPress (WXR 1.0, 1.1 or 1.2)`,
    encoding: (path, label) => `${path} says that it is written as ${label}, which is no known encoding`,
    signs: (line) => `after line ${line}: the file has signs that cannot be in it by what its first line says`,
    broken: (line, why) => `line ${line}: the file is not whole (${why})`,
    doctype: (line) =>
      `line ${line}: the file declares itself what is to be put in it (DOCTYPE). WordPress does not, and such a file can do harm`,
    deep: (line) => `line ${line}: the file is nested deeper than an export ever is`,
    long: (line) => `after line ${line}: nothing ends for 64 MB; this is no whole file`,
  },
  why: {
    kind: (kind) => `is of the kind "${kind}", which this site does not know`,
    nameless: 'has neither a guid nor an address',
    twice: 'has the same guid as something before it in the file',
    removed: 'was removed here before (with --again it comes back)',
    untitled: 'has no title',
    empty: 'has no text',
    long: 'is longer than 100,000 signs',
    deep: 'is HTML nested deeper than anybody writes',
    date: (said) => `has no date that can be read ("${said}")`,
    busy: 'somebody wrote a text with the same address at the same time: begin again',
  },
  note: {
    notPublic: 'was not public and is a draft',
    password: 'asked a password and is a draft',
    title: 'its title was cut to 120 signs',
    summary: 'its summary was cut to 300 signs',
    tags: 'there was no room for all its tags',
    slug: (slug) => `has the address ${slug} now`,
    left: (what) => `without ${what}`,
  },
  picture: {
    folderless: 'without --pictures no picture comes along',
    absent: 'is not in the folder',
    elsewhere: 'is not among the pictures of the site; nothing is fetched',
  },
  pictureRefused: (name, why) => `picture ${name}: ${why}`,
  authors: (n) =>
    `${count(n, 'text names', 'texts name')} an author. Nobody was taken over: who wants to puts their name there at the desk.`,
  nameless: 'Anonymous',
  replies: (n) =>
    `${count(n, 'reply was', 'replies were')} not taken over: what was not public, what other sites sent by themselves, and what is too long or empty.`,
  leftOut: (n, what) => `${n} × ${what} left out.`,
} satisfies Words
