import type { Context } from 'hono'
import type { Errors } from '../../platform/forms'
import type { Env } from '../../platform/http'
import { page } from '../../platform/http/page'
import {
  BackLink,
  Button,
  ButtonRow,
  Confirm,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Steps,
  SummaryList,
  type SummaryRow,
  Tag,
} from '../../ui'
import { aboutOf, becomes, type Draft, formerOf } from './draft'
import { refusals, stepOf } from './law'
import { Findings } from './law/findings'
import { words as lawWords } from './law/words'
import { paths } from './paths'
import { PhotoManager } from './photos/manager'
import { ownAdverts, type PhotoRow } from './queries'
import { type AnyStep, findingsIn, isAsBefore, type StepName, stepsOf, typedFrom } from './steps'
import { words as stepWords } from './steps/words'
import { words } from './words'

/** What it takes, and the way in. */
export function startPage(c: Context<Env>): Promise<Response> {
  const { language, viewer } = c.var
  const { start } = words(language)
  const to = paths(language)
  return page(
    c,
    { title: start.title, description: start.lead, sharedFor: 300 },
    <>
      <h1>{start.title}</h1>
      <p class="lead">{start.lead}</p>
      <h2>{start.needTitle}</h2>
      <ul>
        {start.need.map((what) => (
          <li>{what}</li>
        ))}
      </ul>
      <p class="measure">{start.kept}</p>
      {viewer ? (
        <Form action={to.drafts}>
          <Button icon="arrowRight">{start.begin}</Button>
        </Form>
      ) : (
        <>
          <p class="measure">{start.account}</p>
          <ButtonRow>
            <LinkButton href={`/${language}/sign-in?to=${encodeURIComponent(to.start)}`}>{start.signIn}</LinkButton>
            <LinkButton variant="secondary" href={`/${language}/register?to=${encodeURIComponent(to.start)}`}>
              {start.register}
            </LinkButton>
          </ButtonRow>
        </>
      )}
    </>,
  )
}

/** Where "back" leads: the page before, or the answers when all were given. */
const before = (step: StepName, draft: Draft, names: readonly StepName[]): StepName | 'check' | undefined =>
  names.every((name) => name === step || draft.done.includes(name)) ? 'check' : names[names.indexOf(step) - 1]

const progress = (c: Context<Env>, draft: Draft, names: readonly StepName[]) =>
  names.map((name) => ({
    title: stepWords(c.var.language).short[name],
    href: draft.done.includes(name) ? paths(c.var.language).step(draft.id, name) : undefined,
  }))

const islands: { [S in StepName]?: readonly string[] } = {
  pin: ['islands/pin.ts'],
  photos: ['islands/photos.ts'],
  words: ['islands/count.ts'],
}

/** One page of the wizard: its question, what was typed before, and what is wrong with it. */
export async function stepPage(
  c: Context<Env>,
  step: AnyStep,
  draft: Draft,
  errors: Errors,
  photos: readonly PhotoRow[],
): Promise<Response> {
  const { p, language } = c.var
  const { wizard } = words(language)
  const to = paths(language)
  const title = stepWords(language).titles[step.name]
  const about = aboutOf(p, language, draft)
  const names = stepsOf(draft.typed, about).map(({ name }) => name)
  const back = before(step.name, draft, names)
  const answered = draft.done.includes(step.name) || errors.length > 0
  const findings = answered && step.errors(draft.typed, about).length === 0 ? findingsIn(draft.typed, about, step.name) : []
  const asksPhotos = step.name === 'photos'
  const mine = asksPhotos && photos.length > 0 ? await ownAdverts(p.db, draft.personId) : []
  const others = mine.filter(({ id, status }) => id !== draft.listingId && status !== 'removed')
  const used = /^\d{1,3}$/.exec(c.req.query('used') ?? '')?.[0]
  return page(
    c,
    {
      title,
      errors,
      noindex: true,
      islands: islands[step.name] ?? [],
    },
    <>
      <BackLink lang={language} href={back ? to.step(draft.id, back) : to.mine} />
      <ErrorSummary lang={language} errors={errors} />
      <Steps lang={language} steps={progress(c, draft, names)} current={names.indexOf(step.name)} />
      <h1>{title}</h1>
      <Findings findings={findings} language={language} />
      {asksPhotos && used && errors.length === 0 && (
        <Notice tone={used === '0' ? 'info' : 'success'} title={words(language).photos.used(Number(used))} live />
      )}
      {asksPhotos && <PhotoManager language={language} draft={draft.id} photos={photos} others={others} errors={errors} />}
      <Form action={to.step(draft.id, step.name)}>
        {!asksPhotos && <step.View typed={draft.typed} errors={errors} {...about} />}
        <ButtonRow>
          <Button>{wizard.next}</Button>
          <Button variant="secondary" name="later" value="1">
            {wizard.later}
          </Button>
          {refusals(findings).length > 0 && (
            <Button variant="quiet" name="anyway" value="1">
              {lawWords(language).anyway}
            </Button>
          )}
        </ButtonRow>
      </Form>
    </>,
  )
}

/** All answers with the way back to each, what the law says of them, and publishing. `wrong` are the steps that kept it from being published;
 *  without it nobody tried to. */
export async function checkPage(c: Context<Env>, draft: Draft, wrong?: readonly StepName[]): Promise<Response> {
  const { p, language } = c.var
  const { check, wizard } = words(language)
  const to = paths(language)
  const about = aboutOf(p, language, draft)
  const short = stepWords(language).short
  const content = await formerOf(p, p.db, draft)
  const former = content && typedFrom(content, about)
  const rows = (step: AnyStep): SummaryRow[] => {
    const change = to.step(draft.id, step.name)
    if (step.name === 'photos') return [{ label: short.photos, value: check.photos(draft.photos.length), change }]
    const answers = step.answers(draft.typed, about)
    // What was never answered of an advert that is online may stay so.
    if (!answers && former && isAsBefore(step, draft.typed, former))
      return [{ label: short[step.name], value: <Tag>{check.unsaid}</Tag>, change }]
    if (!answers) return [{ label: short[step.name], value: <Tag tone="warning">{check.missing}</Tag>, change }]
    return answers.map(({ label, value }, at) => ({ label, value, change: at === 0 ? change : undefined }))
  }
  const findings = findingsIn(draft.typed, about)
  const errors = wrong
    ? [
        ...wrong.map((name) => ({ href: to.step(draft.id, name), message: check.error(short[name]) })),
        ...refusals(findings).map(({ rule }) => ({ href: to.step(draft.id, stepOf(rule)), message: rule.why[language] })),
      ]
    : []
  return page(
    c,
    { title: check.title, noindex: true, status: wrong ? 422 : 200 },
    <>
      <BackLink lang={language} href={to.mine} text={words(language).mine.title} />
      <ErrorSummary lang={language} title={check.errorTitle} errors={errors} />
      <h1>{check.title}</h1>
      <p class="lead">{check.lead}</p>
      <Findings findings={findings} language={language} to={(step) => to.step(draft.id, step)} />
      <SummaryList lang={language} rows={stepsOf(draft.typed, about).flatMap(rows)} />
      <Form action={to.ofDraft(draft.id, 'publication')} hidden={{ advert: becomes(draft) }}>
        <p class="soft measure">{check.law}</p>
        <ButtonRow>
          <Button>{draft.listingId ? check.publishChanges : check.publish}</Button>
          <LinkButton variant="secondary" href={to.mine}>
            {wizard.later}
          </LinkButton>
          <LinkButton variant="quiet" href={to.ofDraft(draft.id, 'removal')}>
            {wizard.discard}
          </LinkButton>
        </ButtonRow>
      </Form>
    </>,
  )
}

export function discardPage(c: Context<Env>, draft: Draft): Promise<Response> {
  const { language } = c.var
  const { wizard } = words(language)
  const to = paths(language)
  return page(
    c,
    { title: wizard.discardTitle, noindex: true },
    <>
      <h1 class="visually-hidden">{wizard.discardTitle}</h1>
      <Confirm
        title={wizard.discardTitle}
        action={to.ofDraft(draft.id, 'removal')}
        confirm={wizard.discard}
        cancel={{ href: to.step(draft.id, 'check'), text: wizard.keep }}
        danger
      >
        <p>{draft.listingId ? wizard.discardChanges : wizard.discardText}</p>
      </Confirm>
    </>,
  )
}
