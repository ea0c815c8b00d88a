import type { Context } from 'hono'
import { z } from 'zod'
import { check, choice, type Errors, errorOf, readForm } from '../../platform/forms'
import type { Env } from '../../platform/http'
import type { Language } from '../../std/words'
import { BackLink, Button, Checkboxes, ErrorSummary, type Fact, Facts, Form } from '../../ui'

export type ByHandProps = {
  lang: Language
  /** The address of what is to be done; its `reading` opens what is sealed, its `done` says that it is done. */
  at: string
  /** The kind of the queue that it waits in. */
  kind: string
  title: string
  lead: readonly string[]
  facts: readonly Fact[]
  /** What is needed to do it was opened, and stands among the facts. */
  isOpened: boolean
  errors: Errors
  text: { show: string; sureLabel: string; sure: string; done: string; after: string }
}

/** Something that staff do elsewhere themselves, and the button that says that they did. */
export const ByHand = ({ lang, at, kind, title, lead, facts, isOpened, errors, text }: ByHandProps) => (
  <>
    <BackLink lang={lang} href={`/${lang}/desk?kind=${kind}`} />
    <ErrorSummary lang={lang} errors={errors} />
    <h1>{title}</h1>
    {lead.map((one) => (
      <p class="measure">{one}</p>
    ))}
    <Facts facts={[...facts]} />
    {!isOpened && (
      <Form action={`${at}/reading`}>
        <Button variant="secondary" icon="lock">
          {text.show}
        </Button>
      </Form>
    )}
    <Form action={`${at}/done`}>
      <Checkboxes
        lang={lang}
        name="sure"
        label={text.sureLabel}
        options={[{ value: 'yes', text: text.sure }]}
        error={errorOf(errors, 'sure')}
      />
      <Button>{text.done}</Button>
    </Form>
    <p class="soft small">{text.after}</p>
  </>
)

/** What is wrong with saying that it is done: nothing, once they are sure. */
export async function notSure(c: Context<Env>, missing: string): Promise<Errors> {
  const { typed } = await readForm(c)
  const checked = check(z.object({ sure: choice(['yes']) }), typed, c.var.language, { sure: { choose: missing } })
  return checked.ok ? [] : checked.errors
}
