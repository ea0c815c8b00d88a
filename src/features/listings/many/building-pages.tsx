import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { check, type Errors, fieldsOf, line, optional, readForm, type Typed, typedOf } from '../../../platform/forms'
import { type Env, signedIn } from '../../../platform/http'
import { page } from '../../../platform/http/page'
import { BackLink, Button, Confirm, ErrorSummary, Form, Radios, TextInput } from '../../../ui'
import { words as listingWords } from '../words'
import { buildingsOf, nameBuilding, newBuilding, ownBuilding } from './buildings'
import { chosenIn } from './change-form'
import { manyPaths } from './paths'
import { putInBuilding, removeBuilding } from './queries'
import { words } from './words'

const name = line(60)

const NameInput = ({ c, typed, errors }: { c: Context<Env>; typed: Typed; errors: Errors }) => {
  const { language: lang } = c.var
  const text = words(lang).building
  const field = fieldsOf(lang, typed, errors)
  return <TextInput {...field('name')} label={text.name} hint={text.nameHint} maxlength={60} />
}

async function choosePage(c: Context<Env>, typed: Typed, errors: Errors = []) {
  const { p, language: lang } = c.var
  const text = words(lang).building
  const buildings = await buildingsOf(p, p.db, signedIn(c).personId)
  return page(
    c,
    { title: text.title, noindex: true, errors },
    <>
      <BackLink lang={lang} href={manyPaths(lang).overview} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{text.title}</h1>
      <p class="lead">{words(lang).change.chosen(chosenIn(typed).length)}</p>
      <p class="measure">{text.lead}</p>
      <Form action={manyPaths(lang).buildings}>
        {chosenIn(typed).map((publicId) => (
          <input type="hidden" name="advert" value={publicId} />
        ))}
        <Radios
          lang={lang}
          name="building"
          label={text.which}
          value={typedOf(typed, 'building') || buildings[0]?.id || 'new'}
          options={[
            ...buildings.map((building) => ({ value: building.id, text: building.name })),
            { value: 'new', text: text.another, more: <NameInput c={c} typed={typed} errors={errors} /> },
            { value: 'none', text: text.none },
          ]}
        />
        <Button>{text.save}</Button>
      </Form>
    </>,
  )
}

async function managePage(c: Context<Env>, id: string, given?: { typed: Typed; errors: Errors }) {
  const { p, language: lang } = c.var
  const text = words(lang).building
  const building = await ownBuilding(p, p.db, signedIn(c).personId, id)
  const { typed, errors } = given ?? { typed: { name: building.name }, errors: [] }
  return page(
    c,
    { title: text.manageTitle, noindex: true, errors },
    <>
      <BackLink lang={lang} href={manyPaths(lang).overview} />
      <ErrorSummary lang={lang} errors={errors} />
      <h1>{building.name}</h1>
      <Form action={manyPaths(lang).building(id)}>
        <NameInput c={c} typed={typed} errors={errors} />
        <Button>{text.save}</Button>
      </Form>
      <Confirm
        title={text.remove}
        action={manyPaths(lang).removal(id)}
        confirm={text.remove}
        cancel={{ href: manyPaths(lang).overview, text: listingWords(lang).wizard.keep }}
        danger
      >
        <p>{text.removeText}</p>
      </Confirm>
    </>,
  )
}

const chosenForm = z.object({ building: line(40), name: optional(name) })

/** Adverts are put together in buildings; a building is named and taken away. */
export const buildingPages = new Hono<Env>()
  .get('/adverts/buildings', async (c) => {
    signedIn(c)
    const typed = c.req.queries()
    if (chosenIn(typed).length === 0) return c.redirect(`${manyPaths(c.var.language).overview}?none`, 303)
    return choosePage(c, typed)
  })
  .post('/adverts/buildings', async (c) => {
    const { p, language } = c.var
    const { personId } = signedIn(c)
    const { typed } = await readForm(c)
    const checked = check(chosenForm, typed, language)
    if (!checked.ok) return choosePage(c, typed, checked.errors)
    const { building, name: named } = checked.values
    if (building === 'new' && named === null)
      return choosePage(c, typed, [{ name: 'name', message: words(language).building.nameFirst }])
    await p.db.transaction().execute(async (trx) => {
      const id =
        building === 'none'
          ? null
          : building === 'new'
            ? await newBuilding(p, trx, personId, named ?? '')
            : (await ownBuilding(p, trx, personId, building)).id
      await putInBuilding(trx, personId, chosenIn(typed), id)
    })
    return c.redirect(`${manyPaths(language).overview}?saved`, 303)
  })
  .get('/adverts/buildings/:building', (c) => managePage(c, c.req.param('building')))
  .post('/adverts/buildings/:building', async (c) => {
    const { p, language } = c.var
    const { personId } = signedIn(c)
    const id = c.req.param('building')
    await ownBuilding(p, p.db, personId, id)
    const { typed } = await readForm(c)
    const checked = check(z.object({ name }), typed, language, { name: { required: words(language).building.nameFirst } })
    if (!checked.ok) return managePage(c, id, { typed, errors: checked.errors })
    await nameBuilding(p, personId, id, checked.values.name)
    return c.redirect(`${manyPaths(language).overview}?saved`, 303)
  })
  .post('/adverts/buildings/:building/removal', async (c) => {
    const { p, language } = c.var
    const { id } = await ownBuilding(p, p.db, signedIn(c).personId, c.req.param('building'))
    await removeBuilding(p.db, id)
    return c.redirect(`${manyPaths(language).overview}?saved`, 303)
  })
