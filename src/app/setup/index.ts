import { resolve4, resolve6 } from 'node:dns/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { tryMail } from '../../platform/mail/transport'
import { isLanguage, type Language, languageFrom, languages } from '../../std/words'
import { answersOf, envFile, isWithin, known, type Places, siteFile, smtpUrlOf, writeSite } from './files'
import { type Answers, type Key, keys, questions } from './questions'
import { type Words, words } from './words'

type Out = (line: string) => void
/** Asks on the terminal. Undefined: there is nobody to ask. */
export type Ask = ((text: string) => Promise<string>) | undefined
type Talk = { text: Words; ask: Ask; out: Out }

const variable = (key: string) => `HUISRECHT_${key.toUpperCase().replaceAll('-', '_')}`
const named = ['lang', 'folder', 'data', 'keys', ...keys]

/** The language to ask in: as given, else as asked, else as offered. Undefined when what is given is none and nobody can be asked. */
async function languageOf(given: string | undefined, offered: Language, ask: Ask, out: Out): Promise<Language | undefined> {
  let said = given ?? (ask ? undefined : offered)
  for (;;) {
    said ??=
      (await ask?.(`Nederlands, français, English? (${languages.join(', ')}) [${offered}] `))?.trim().toLowerCase() || offered
    if (isLanguage(said)) return said
    out(`--lang: ${languages.join(' | ')}`)
    if (!ask) return undefined
    said = undefined
  }
}

/** One answer: as given, else as asked, else as before. A wrong one is said, and asked again when there is somebody to ask. */
async function answer(key: Key, given: string | undefined, so: Answers, { text, ask, out }: Talk): Promise<string | undefined> {
  const question = questions[key]
  const { ask: asked, hint } = text.questions[key]
  const offered = so[key] || question.otherwise?.(so)
  let said = given ?? (ask ? undefined : offered)
  for (;;) {
    if (said === undefined && ask) {
      const now = offered && ` [${key === 'smtp-password' ? text.asBefore : offered}]`
      said = (await ask(`${asked}${hint ? ` (${hint})` : ''}${now ?? ''} `)).trim() || offered
    }
    const typed = said ?? ''
    const wrong = question.optional && !typed ? undefined : question.wrong(typed)
    if (!wrong) return typed
    out(ask ? `  ${text.refusals[wrong]}` : `--${key}: ${text.refusals[wrong]}`)
    if (!ask) return undefined
    said = undefined
  }
}

/** What cannot be reached from here is said; who is asked may put it right first, a script goes on. */
async function reach(so: Answers, { text, out }: Talk): Promise<string[]> {
  const [domain, host] = [so.domain ?? '', so['smtp-host'] ?? '']
  const found = await Promise.all([resolve4(domain), resolve6(domain)].map((one) => one.catch(() => [])))
  const addresses = found.flat()
  if (addresses.length > 0) out(`  ${text.leads(domain, addresses.join(', '))}`)
  const refused = await tryMail(smtpUrlOf(so))
  if (!refused) out(`  ${text.mailTaken(host)}`)
  return [...(addresses.length > 0 ? [] : [text.nowhere(domain)]), ...(refused ? [text.mailRefused(host, refused)] : [])]
}

const next = (so: Answers, places: Places, { text, out }: Talk) => {
  const root = process.getuid?.() === 0
  out(`\n${text.written(siteFile(places), envFile(places))}`)
  out(`\n${text.next}`)
  for (const [at, step] of [
    root ? 'systemctl enable --now huisrecht huisrecht-backup.timer' : text.start(envFile(places)),
    text.caddy(so.domain ?? ''),
    text.owner(so.owner ?? ''),
    text.keyCopy(),
    text.doctor,
  ].entries())
    out(`  ${at + 1}. ${step}`)
}

async function placesFrom(text: (key: string) => string | undefined): Promise<Places> {
  const root = process.getuid?.() === 0
  const folder = resolve(text('folder') ?? (root ? '/etc/huisrecht' : join(homedir(), 'huisrecht-site')))
  const { env } = await known({ folder, data: '', keys: '' })
  const at = (name: string, before: string | undefined) =>
    resolve(text(name) ?? before ?? (root ? join('/var/lib/huisrecht', name) : join(folder, name)))
  return { folder, data: at('data', env.DATA_DIR), keys: at('keys', env.KEYS_DIR) }
}

const clash = ({ folder, data, keys }: Places, text: Words): string | undefined =>
  isWithin(process.cwd(), folder) ? text.inProgram(folder) : isWithin(data, keys) ? text.keysInData : undefined

/** Asks what a site needs and writes its folder and settings. Answers the exit code: 2 for answers that will not do. */
export async function setUp(args: readonly string[], env: NodeJS.Dict<string>, out: Out, given?: Ask): Promise<number> {
  const options = Object.fromEntries(named.map((key) => [key, { type: 'string' as const }]))
  const { values, tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true })
  const said = (key: string): string | undefined => [values[key], env[variable(key)]].find((one) => typeof one === 'string')
  const places = await placesFrom(said)
  const terminal = !given && process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined
  const ask: Ask = given ?? (terminal && ((line) => terminal.question(line)))
  try {
    const before = await known(places)
    const language = await languageOf(said('lang'), languageFrom(before.env.LANG ? before.env : env), ask, out)
    if (!language) return 2
    const text = words(language)
    const talk: Talk = { text, ask, out }
    const strange = tokens.find(
      (one) => one.kind === 'positional' || (one.kind === 'option' && !(named.includes(one.name) && one.value !== undefined)),
    )
    const refusal = strange
      ? `${text.noOption(args[strange.index] ?? '')}${named.map((key) => `--${key}`).join(' ')}`
      : clash(places, text)
    if (refusal) {
      out(refusal)
      return 2
    }
    const so = answersOf(before)
    for (let again = false; ; again = true) {
      let wrong = false
      for (const key of keys) {
        const typed = await answer(key, again ? undefined : said(key), so, talk)
        if (typed === undefined) wrong = true
        else so[key] = typed
      }
      if (wrong) return 2
      const faults = await reach(so, talk)
      for (const fault of faults) out(`  ${fault}`)
      if (faults.length === 0 || !ask || !/^(?:n|no|nee|non)$/i.test((await ask(`${text.goOn} [${text.yes}] `)).trim())) break
    }
    await writeSite(so, before, places, language)
    next(so, places, talk)
    return 0
  } finally {
    terminal?.close()
  }
}
