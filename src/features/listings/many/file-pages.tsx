import { type Context, Hono } from 'hono'
import { type Errors, errorOf, readForm, type Typed, typedOf } from '../../../platform/forms'
import { type Env, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { csvOf } from '../../../std/csv'
import type { Language } from '../../../std/words'
import { countIn, labelled } from '../../../std/written'
import {
  BackLink,
  Button,
  Card,
  ErrorSummary,
  FileInput,
  Form,
  LinkButton,
  Table,
  Tag,
  type TagTone,
  TextArea,
  TextInput,
} from '../../../ui'
import { AdvertiserQuestion, checkAdvertiser, sayAdvertiser } from '../evidence/advertiser'
import { advertiserOf } from '../evidence/queries'
import { type Field, fieldNames, needed } from '../import/fields'
import { lookAtBytes, Unreadable } from '../import/file'
import { Findings } from '../law/findings'
import { words as periodWords } from '../periods/words'
import { nameOf, valuesOf } from './columns'
import { type LineOutcome, largestFile, mostLines, type Report, readFileOf, takeFile } from './file-in'
import { adverts, formerPeriods } from './file-out'
import { type Fault, mended, mendName } from './mend'
import { asking, manyPaths } from './paths'
import { reasonIn } from './reasons'
import { words } from './words'

/** What a file of one's own may say that is no code: a value of each, to write after. */
const samples: Partial<Record<Field, string>> = {
  id: 'K1',
  city: 'Leuven',
  postcode: '3000',
  street: 'Naamsestraat',
  rent: '450',
  charges: '60',
  deposit: '900',
  size: '14',
  availableFrom: '15/09/2027',
  availableUntil: '14/09/2028',
  leaseMinMonths: '10',
  leaseMaxMonths: '12',
  energyLabel: 'B',
  epcScore: '180',
  epcCode: '20260101-0001234567-RES-1',
  monthRents: '7=300 8=300',
}
/** What an advertiser seldom needs in a file. */
const seldom: readonly Field[] = [
  'url',
  'publishedAt',
  'language',
  'country',
  'points',
  'maxRent',
  'bareRent',
  'criteria',
  'inFeed',
]

const ColumnTable = ({ lang }: { lang: Language }) => {
  const text = words(lang).file
  return (
    <Table
      id="columns"
      caption={text.columnsCaption}
      columns={[{ title: text.column }, { title: text.what }]}
      rows={fieldNames
        .filter((field) => !seldom.includes(field))
        .map((field) => [
          nameOf(field, lang),
          <>
            {[samples[field], ...valuesOf(field, lang)].filter(Boolean).join(', ') || text.ownWords}
            {needed.some((one) => one === field) && <strong> ({text.needed})</strong>}
          </>,
        ])}
    />
  )
}

function filePage(c: Context<Env>, errors: Errors = []) {
  const { language: lang } = c.var
  const text = words(lang).file
  const to = manyPaths(lang)
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <BackLink lang={lang} href={to.overview} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <h2>{text.in}</h2>
      <p class="measure">{text.inText(nameOf('id', lang))}</p>
      <Form action={to.file} multipart label={text.in}>
        <FileInput
          lang={lang}
          name="file"
          label={text.choose}
          hint={text.chooseHint(countIn(mostLines, lang))}
          error={errorOf(errors, 'file')}
          accept=".csv,text/csv"
        />
        <Button>{text.look}</Button>
      </Form>
      <details>
        <summary>{text.columns}</summary>
        <ColumnTable lang={lang} />
      </details>
      <h2>{text.out}</h2>
      <p class="measure">{text.outText}</p>
      <p>
        <LinkButton href={to.download} download variant="secondary">
          {text.download}
        </LinkButton>
      </p>
      <p>
        <a href={to.periods} download>
          {periodWords(lang).file}
        </a>
      </p>
    </>,
  )
}

const tones = { new: 'success', changed: 'brand', same: 'plain', refused: 'danger' } as const satisfies Record<
  LineOutcome['does'],
  TagTone
>
const order = { refused: 0, new: 1, changed: 2, same: 3 } as const satisfies Record<LineOutcome['does'], number>

const longTexts: readonly Field[] = ['text', 'criteria', 'domicileReason']

/** What is to be mended of a line, to be typed on the spot. */
const Faults = ({ lang, line, faults }: { lang: Language; line: number; faults: readonly Fault[] }) => (
  <>
    {faults.map(({ field, value }) => {
      const options = valuesOf(field, lang).join(', ')
      const about = {
        lang,
        name: mendName(line, field),
        label: nameOf(field, lang),
        hint: options ? words(lang).file.oneOf(options) : undefined,
        value,
      }
      return longTexts.includes(field) ? <TextArea {...about} maxlength={6000} /> : <TextInput {...about} />
    })}
  </>
)

const LineCard = ({ c, line }: { c: Context<Env>; line: LineOutcome }) => {
  const { language: lang } = c.var
  const text = words(lang).file
  return (
    <Card
      title={line.title || line.id ? `${labelled(text.line(line.line), lang)} ${line.title || line.id}` : text.line(line.line)}
      level={2}
    >
      <p>
        {line.does === 'refused' && line.draft ? (
          <Tag tone="warning">{text.becomesDraft}</Tag>
        ) : (
          <Tag tone={tones[line.does]}>{text.does[line.does]}</Tag>
        )}
      </p>
      {line.does === 'refused' && line.reasons.length > 0 && (
        <ul>
          {line.reasons.map((reason) => (
            <li>{reasonIn(reason, lang)}</li>
          ))}
        </ul>
      )}
      {line.does === 'refused' && line.law.length > 0 && <Findings findings={line.law} language={lang} />}
      {line.does === 'refused' && <Faults lang={lang} line={line.line} faults={line.faults} />}
      {(line.does === 'new' || line.does === 'changed') && line.held && <p>{words(lang).change.held}</p>}
    </Card>
  )
}

type Refused = Extract<LineOutcome, { does: 'refused' }>
const isUnread = (line: LineOutcome): line is Refused => line.does === 'refused' && line.reasons.length > 0

type Shown = { content: string; typed?: Typed; errors?: Errors }

/** The lines that cannot be read as they are, with why, as a file to mend them in. */
const refusedLines = ({ columns, lines }: Report, language: Language): string =>
  csvOf([
    [words(language).file.why, ...columns],
    ...lines.flatMap((line) =>
      isUnread(line) ? [[line.reasons.map((reason) => reasonIn(reason, language)).join('; '), ...line.values]] : [],
    ),
  ])

async function reportPage(c: Context<Env>, { unread, lines }: Report, { content, typed = {}, errors = [] }: Shown) {
  const { p, language: lang } = c.var
  const text = words(lang).file
  const to = manyPaths(lang)
  const count = (does: LineOutcome['does']) => lines.filter((line) => line.does === does).length
  const refused = lines.filter((line) => line.does === 'refused')
  const drafts = refused.filter((line) => line.draft).length
  const online = count('new') + count('changed') > 0
  const mayDo = online || drafts > 0
  const unsaid = mayDo && !(await advertiserOf(p.db, signedIn(c).personId))
  return page(
    c,
    { title: text.report, noindex: true, errors },
    <>
      <BackLink lang={lang} href={to.file} text={text.again} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.report}</h1>
      <p class="lead">
        {text.sums({
          new: count('new'),
          changed: count('changed'),
          same: count('same'),
          draft: drafts,
          refused: refused.length - drafts,
        })}
      </p>
      {unread.length > 0 && <p>{text.unread(unread.join(', '))}</p>}
      {(mayDo || refused.length > 0) && (
        <Form action={to.file} multipart hidden={{ content }} label={text.report}>
          {refused.length > 0 && <p class="measure">{text.mend}</p>}
          {refused.map((line) => (
            <LineCard c={c} line={line} />
          ))}
          {refused.length > 0 && (
            <Button variant={mayDo ? 'secondary' : 'primary'} name="look" value="1">
              {text.lookAgain}
            </Button>
          )}
          {unsaid && <AdvertiserQuestion typed={typed} errors={errors} language={lang} />}
          {drafts > 0 && <p class="measure">{text.toDrafts(drafts)}</p>}
          {mayDo && <Button>{online ? text.confirm : text.keep}</Button>}
          {lines.some(isUnread) && (
            <Button variant="quiet" name="refused" value="1">
              {text.takeRefused}
            </Button>
          )}
        </Form>
      )}
      {lines
        .filter(({ does }) => does === 'new' || does === 'changed')
        .toSorted((a, b) => order[a.does] - order[b.does])
        .map((line) => (
          <LineCard c={c} line={line} />
        ))}
    </>,
  )
}

const csv = (name: string) => ({
  'content-type': 'text/csv; charset=utf-8',
  'content-disposition': `attachment; filename="${name}.csv"`,
})

/** What stands in a file, whichever program wrote it: Excel on Windows knows no UTF-8 unless it is asked to. */
const textOf = async (bytes: Buffer) => new TextDecoder((await lookAtBytes(bytes)).encoding).decode(bytes)

/** One's own adverts as a file to change elsewhere and to read in again: what each line does is said first. */
export const filePages = new Hono<Env>()
  .get('/adverts/file', (c) => {
    signedIn(c)
    return filePage(c)
  })
  .get('/adverts/file/adverts.csv', async (c) =>
    c.body(await adverts(c.var.p.db, signedIn(c).personId, c.var.language), 200, csv('adverts')),
  )
  .get('/adverts/file/periods.csv', async (c) =>
    c.body(await formerPeriods(c.var.p, c.var.p.db, signedIn(c).personId), 200, csv('periods')),
  )
  .post('/adverts/file', async (c) => {
    const { p, language } = c.var
    const { personId } = signedIn(c)
    const text = words(language).file
    const { typed, files } = await readForm(c, 2 * largestFile)
    const sent = files.file?.[0]
    const agreed = typedOf(typed, 'content')
    if (!sent && agreed === '') return filePage(c, [{ name: 'file', message: text.noFile }])
    const given = sent ? Buffer.from(await sent.arrayBuffer()) : Buffer.from(agreed)
    try {
      if (given.length > largestFile) throw new Unreadable(() => 'tooMany')
      const bytes = sent ? given : await mended(given, typed)
      const report = async (shown: Omit<Shown, 'content'> = {}) =>
        // What was looked at comes back as text, so that nothing is kept of a file that is not taken.
        reportPage(c, await readFileOf(p, p.db, personId, bytes), { content: await textOf(bytes), ...shown })
      if (typed.refused !== undefined)
        return c.body(refusedLines(await readFileOf(p, p.db, personId, bytes), language), 200, csv('refused'))
      // What was mended is looked at before it is done.
      if (sent || bytes !== given || typed.look !== undefined) return await report({ typed })
      if (typed.advertiser !== undefined || !(await advertiserOf(p.db, personId))) {
        const who = checkAdvertiser(typed, language)
        if (!who.ok) return await report({ typed, errors: who.errors })
        await p.db.transaction().execute((trx) => sayAdvertiser(p, trx, personId, who.values))
      }
      const { done, drafts, left } = await takeFile(p, personId, bytes, language)
      const told = { done: String(done), ...(drafts > 0 && { drafts: String(drafts) }), unread: String(left) }
      return c.redirect(asking(manyPaths(language).overview, told), 303)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const message = error.message === 'tooMany' ? text.tooMany(countIn(mostLines, language)) : text.unreadable
      return filePage(c, [{ name: 'file', message }])
    }
  })
