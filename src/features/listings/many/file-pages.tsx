import { type Context, Hono } from 'hono'
import { type Errors, errorOf, readForm, typedOf } from '../../../platform/forms'
import { type Env, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { countIn } from '../../../std/written'
import { BackLink, Button, Card, ErrorSummary, FileInput, Form, LinkButton, Notice, Tag, type TagTone } from '../../../ui'
import { advertiserOf } from '../evidence/queries'
import { Unreadable } from '../import/file'
import { Findings } from '../law/findings'
import { words as periodWords } from '../periods/words'
import { type LineOutcome, largestFile, mostLines, type Report, readFileOf, takeFile } from './file-in'
import { adverts, formerPeriods } from './file-out'
import { asking, manyPaths } from './paths'
import { reasonIn } from './reasons'
import { words } from './words'

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
      <h2>{text.in}</h2>
      <p class="measure">{text.inText}</p>
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
    </>,
  )
}

const tones = { new: 'success', changed: 'brand', same: 'plain', refused: 'danger' } as const satisfies Record<
  LineOutcome['does'],
  TagTone
>
const order = { refused: 0, new: 1, changed: 2, same: 3 } as const satisfies Record<LineOutcome['does'], number>

const LineCard = ({ c, line }: { c: Context<Env>; line: LineOutcome }) => {
  const { language: lang } = c.var
  const text = words(lang).file
  return (
    <Card title={[text.line(line.line), line.title || line.id].filter(Boolean).join(': ')} level={2}>
      <p>
        <Tag tone={tones[line.does]}>{text.does[line.does]}</Tag>
      </p>
      {line.does === 'refused' && line.reasons.length > 0 && (
        <ul>
          {line.reasons.map((reason) => (
            <li>{reasonIn(reason, lang)}</li>
          ))}
        </ul>
      )}
      {line.does === 'refused' && line.law.length > 0 && <Findings findings={line.law} language={lang} />}
      {(line.does === 'new' || line.does === 'changed') && line.held && <p>{words(lang).change.held}</p>}
    </Card>
  )
}

async function reportPage(c: Context<Env>, { unread, lines }: Report, content: string) {
  const { p, language: lang } = c.var
  const text = words(lang).file
  const to = manyPaths(lang)
  const count = (does: LineOutcome['does']) => lines.filter((line) => line.does === does).length
  const unsaid = count('new') > 0 && !(await advertiserOf(p.db, signedIn(c).personId))
  return page(
    c,
    { title: text.report, noindex: true },
    <>
      <BackLink lang={lang} href={to.file} text={text.again} />
      <h1>{text.report}</h1>
      <p class="lead">{text.sums(count('new'), count('changed'), count('same'), count('refused'))}</p>
      {unread.length > 0 && <p>{text.unread(unread.join(', '))}</p>}
      {unsaid && (
        <Notice tone="warning">
          <p>{text.advertiser}</p>
          <p>
            <a href={`/${lang}/adverts/advertiser`}>{text.advertiserLink}</a>
          </p>
        </Notice>
      )}
      {!unsaid && count('new') + count('changed') > 0 && (
        <Form action={to.file} multipart hidden={{ content }} label={text.report}>
          <Button>{text.confirm}</Button>
        </Form>
      )}
      {lines
        .toSorted((a, b) => order[a.does] - order[b.does])
        .filter(({ does }) => does !== 'same')
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

/** One's own adverts as a file to change elsewhere and to read in again: what each line does is said first. */
export const filePages = new Hono<Env>()
  .get('/adverts/file', (c) => {
    signedIn(c)
    return filePage(c)
  })
  .get('/adverts/file/adverts.csv', async (c) => c.body(await adverts(c.var.p.db, signedIn(c).personId), 200, csv('adverts')))
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
    const bytes = sent ? Buffer.from(await sent.arrayBuffer()) : Buffer.from(agreed)
    try {
      if (bytes.length > largestFile) throw new Unreadable('tooMany')
      // What was looked at comes back as text, so that nothing is kept of a file that is not taken.
      if (sent) return await reportPage(c, await readFileOf(p, p.db, personId, bytes), new TextDecoder().decode(bytes))
      const { done, left } = await takeFile(p, personId, bytes)
      return c.redirect(asking(manyPaths(language).overview, { done: String(done), left: String(left) }), 303)
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error
      const message = error.message === 'tooMany' ? text.tooMany(countIn(mostLines, language)) : text.unreadable
      return filePage(c, [{ name: 'file', message }])
    }
  })
