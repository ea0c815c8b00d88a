import { resolve4, resolve6 } from 'node:dns/promises'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { tryMail } from '../../platform/mail/transport'
import { answersOf, envFile, isWithin, known, type Places, smtpUrlOf, writeSite } from './files'
import { type Answers, type Question, questions } from './questions'

type Out = (line: string) => void
/** Asks on the terminal. Undefined: there is nobody to ask. */
export type Ask = ((text: string) => Promise<string>) | undefined

const variable = (key: string) => `HUISRECHT_${key.toUpperCase().replaceAll('-', '_')}`

/** One answer: as given, else as asked, else as before. A wrong one is said, and asked again when there is somebody to ask. */
async function answer(
  question: Question,
  given: string | undefined,
  so: Answers,
  ask: Ask,
  out: Out,
): Promise<string | undefined> {
  const offered = so[question.key] || question.otherwise?.(so)
  let said = given ?? (ask ? undefined : offered)
  for (;;) {
    if (said === undefined && ask) {
      const [hint, now] = [
        question.hint ? ` (${question.hint})` : '',
        offered ? ` [${question.key.endsWith('password') ? 'as before' : offered}]` : '',
      ]
      said = (await ask(`${question.ask}${hint}${now} `)).trim() || offered
    }
    const text = said ?? ''
    const wrong = question.optional && !text ? undefined : question.wrong(text, so)
    if (!wrong) return text
    out(ask ? `  ${wrong}` : `--${question.key}: ${wrong}`)
    if (!ask) return undefined
    said = undefined
  }
}

/** What cannot be reached from here is said; who is asked may put it right first, a script goes on. */
async function reach(so: Answers, out: Out): Promise<string[]> {
  const domain = so.domain ?? ''
  const found = await Promise.all([resolve4(domain), resolve6(domain)].map((one) => one.catch(() => [])))
  const addresses = found.flat()
  const faults = [
    addresses.length === 0 && `${domain} leads nowhere yet: make an A and an AAAA record with the addresses of this server.`,
  ]
  if (addresses.length > 0) out(`  ${domain} leads to ${addresses.join(', ')}`)
  const refused = await tryMail(smtpUrlOf(so))
  if (refused) faults.push(`${so['smtp-host']} did not take us over TLS (${refused}): look at its name, port, user and password.`)
  else out(`  ${so['smtp-host']} takes our mail over TLS`)
  return faults.filter((fault) => fault !== false)
}

const next = (so: Answers, places: Places, out: Out) => {
  const root = process.getuid?.() === 0
  out(`\nWritten: ${join(places.folder, 'site.ts')} and ${envFile(places)}. Look them through; setup can be run again.`)
  out('\nNext:')
  for (const [at, step] of [
    root
      ? 'systemctl enable --now huisrecht huisrecht-backup.timer'
      : `set -a; . ${envFile(places)}; set +a; npm start   (docs/running.md makes a service of it)`,
    `put ${so.domain} into /etc/caddy/Caddyfile (deploy/Caddyfile shows how), then: systemctl reload caddy`,
    `huisrecht staff add ${so.owner}   (makes the first owner, and prints the link that lets them in)`,
    `copy ${places.keys} to a place off this server, then: huisrecht keys check <the copy>`,
    'huisrecht doctor   (until all is green)',
  ].entries())
    out(`  ${at + 1}. ${step}`)
}

async function placesFrom(values: { folder?: string; data?: string; keys?: string }): Promise<Places> {
  const root = process.getuid?.() === 0
  const folder = resolve(values.folder ?? (root ? '/etc/huisrecht' : join(homedir(), 'huisrecht-site')))
  const { env } = await known({ folder, data: '', keys: '' })
  const at = (given: string | undefined, before: string | undefined, system: string, name: string) =>
    resolve(given ?? before ?? (root ? system : join(folder, name)))
  return {
    folder,
    data: at(values.data, env.DATA_DIR, '/var/lib/huisrecht/data', 'data'),
    keys: at(values.keys, env.KEYS_DIR, '/var/lib/huisrecht/keys', 'keys'),
  }
}

/** Asks what a site needs and writes its folder and settings. Answers the exit code: 2 for answers that will not do. */
export async function setUp(args: readonly string[], env: NodeJS.Dict<string>, out: Out, given?: Ask): Promise<number> {
  const options = Object.fromEntries(
    [...questions.map(({ key }) => key), 'folder', 'data', 'keys'].map((key) => [key, { type: 'string' as const }]),
  )
  const { values } = parseArgs({ args: [...args], options })
  const text = (key: string): string | undefined => [values[key], env[variable(key)]].find((one) => typeof one === 'string')
  const [folder, data, keys] = [text('folder'), text('data'), text('keys')]
  const places = await placesFrom({ ...(folder ? { folder } : {}), ...(data ? { data } : {}), ...(keys ? { keys } : {}) })
  const clash =
    (isWithin(process.cwd(), places.folder) &&
      `${places.folder} lies in the program: an update would meet it. Give --folder another place.`) ||
    (isWithin(places.data, places.keys) && 'The keys would lie inside the data. Give --keys another place.')
  if (clash) {
    out(clash)
    return 2
  }
  const terminal = !given && process.stdin.isTTY ? createInterface({ input: process.stdin, output: process.stdout }) : undefined
  const ask: Ask = given ?? (terminal && ((line) => terminal.question(line)))
  try {
    const before = await known(places)
    const so: Answers = answersOf(before)
    for (let again = false; ; again = true) {
      let wrong = false
      for (const question of questions) {
        const said = await answer(question, again ? undefined : text(question.key), so, ask, out)
        if (said === undefined) wrong = true
        else so[question.key] = said
      }
      if (wrong) return 2
      const faults = await reach(so, out)
      for (const fault of faults) out(`  ${fault}`)
      if (faults.length === 0 || !ask || !/^(?:n|no|nee|non)$/i.test((await ask('Go on all the same? [yes] ')).trim())) break
    }
    await writeSite(so, before, places)
    next(so, places, out)
    return 0
  } finally {
    terminal?.close()
  }
}
