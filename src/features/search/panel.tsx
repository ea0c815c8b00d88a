import type { Language } from '../../std/words'
import { DateInput, type Facet, FilterPanel, MoneyInput, Select, TextInput } from '../../ui'
import { allCampuses, campusLabel } from '../places'
import type { Counts, FacetName } from './facets'
import { kinds, minutesAsked, monthsAsked, sublets } from './parameters'
import { whereLabel } from './said'
import { active, queryOf, type Search } from './search'
import { placesAround } from './where'
import { words } from './words'

/** The names that an empty field suggests; an island asks for others as one types. */
export const Suggestions = ({ id, names }: { id: string; names: readonly string[] }) => (
  <datalist id={id}>
    {names.map((name) => (
      <option value={name} />
    ))}
  </datalist>
)

const euros = (cents: number | undefined) => (cents === undefined ? undefined : String(cents / 100))

/** The campuses of the town that is looked in, and those that are asked for; the first of these stands in the field of the place when it has no
 *  town. */
const campusesOf = ({ area, campus = [] }: Search) => {
  if (!area) return campus.slice(1)
  const around = new Set(placesAround(area.kind === 'place' ? area.is : area.is.place))
  return allCampuses().filter((one) => around.has(one.place.id) || campus.includes(one))
}

type Props = { language: Language; search: Search; counts: Counts; atLeast: boolean; known: readonly string[] }

/** Everything that a search may ask, with how many adverts each option would leave. */
export function Panel({ language, search, counts, atLeast, known }: Props) {
  const text = words(language)
  const lang = language
  const options = <const T extends string>(
    name: FacetName,
    values: readonly T[],
    said: (value: T) => string,
    chosen: readonly T[] = [],
  ) =>
    values.map((value) => ({ name, value, text: said(value), count: counts.of[name]?.[value], checked: chosen.includes(value) }))
  const minutes = (name: 'bike' | 'foot', label: string) => (
    <Select
      lang={lang}
      name={name}
      label={label}
      value={search[name] ?? ''}
      options={[
        { value: '', text: text.anyTime },
        ...minutesAsked.map((value) => ({
          value,
          text: text.within(Number(value), `${text.number(counts.of[name]?.[value] ?? 0)}${atLeast ? '+' : ''}`),
        })),
      ]}
    />
  )
  const campuses = campusesOf(search)
  const chosen = search.campus ?? []
  const facets: Facet[] = [
    { name: 'kind', title: text.kind, open: true, options: options('kind', kinds, (kind) => text.kinds[kind], search.kind) },
    {
      name: 'price',
      title: text.price,
      open: true,
      children: (
        <div class="pair">
          <MoneyInput lang={lang} name="min" label={text.min} value={euros(search.min)} />
          <MoneyInput lang={lang} name="max" label={text.max} value={euros(search.max)} />
        </div>
      ),
    },
    ...(campuses.length > 0
      ? [
          {
            name: 'campus',
            title: text.campus,
            options: campuses
              .map((one) => ({ value: one.id, text: campusLabel(one, language), checked: chosen.includes(one) }))
              .sort((a, b) => a.text.localeCompare(b.text)),
          },
        ]
      : []),
    ...(search.campus
      ? [
          {
            name: 'minutes',
            title: text.minutes,
            open: true,
            children: (
              <>
                {minutes('bike', text.bike)}
                {minutes('foot', text.foot)}
              </>
            ),
          },
        ]
      : []),
    {
      name: 'stay',
      title: text.stay,
      open: search.from !== undefined || search.until !== undefined,
      children: (
        <>
          <DateInput lang={lang} name="from" label={text.from} value={search.from} />
          <DateInput lang={lang} name="until" label={text.until} value={search.until} />
        </>
      ),
    },
    {
      name: 'months',
      title: text.lease,
      options: options('months', monthsAsked, (months) => text.months(Number(months)), search.months),
    },
    {
      name: 'own',
      title: text.own,
      open: true,
      options: [
        ...options('bath', ['own'], () => text.ownBath, search.bath),
        ...options('kitchen', ['own'], () => text.ownKitchen, search.kitchen),
      ],
    },
    {
      name: 'size',
      title: text.size,
      open: search.size !== undefined,
      children: (
        <TextInput
          lang={lang}
          name="size"
          label={text.sizeLabel}
          suffix="m²"
          width={5}
          inputmode="numeric"
          value={search.size?.toString()}
        />
      ),
    },
    {
      name: 'furnished',
      title: text.furniture,
      options: options('furnished', ['yes', 'no'], (value) => text.furnished[value], search.furnished),
    },
    {
      name: 'domicile',
      title: text.domicile,
      options: options('domicile', ['yes', 'onRequest'], (value) => text.domiciles[value], search.domicile),
    },
    {
      name: 'sublet',
      title: text.sublet,
      options: options('sublet', sublets, (value) => text.sublets[value], search.sublet),
    },
    {
      name: 'words',
      title: text.words,
      open: search.q !== undefined,
      children: (
        <TextInput lang={lang} name="q" label={text.words} hint={text.wordsHint} type="search" value={search.q} maxlength={100} />
      ),
    },
  ]
  const query = new URLSearchParams(queryOf(search))
  const kept = ['sort', 'box'].flatMap((name) => {
    const value = query.get(name)
    return value ? [[name, value] as const] : []
  })
  return (
    <FilterPanel
      lang={lang}
      action={`/${language}/rooms`}
      hidden={Object.fromEntries(kept)}
      active={active(search).length}
      submit={text.show}
      atLeast={atLeast}
      facets={facets}
    >
      <TextInput
        lang={lang}
        name="where"
        label={text.where}
        hint={text.whereHint}
        type="search"
        list="known-places"
        autocomplete="off"
        spellcheck={false}
        maxlength={80}
        value={whereLabel(search, language) ?? ''}
        data-places
      />
      <Suggestions id="known-places" names={known} />
    </FilterPanel>
  )
}
