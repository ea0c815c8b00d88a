import { describe, expect, test } from 'vitest'
import { answersOf, askedIn } from './answers'
import { formsIn, WrongForm } from './definition'

const all = (text: string) => ({ nl: text, fr: text, en: text })
const line = { name: 'name', kind: 'line', label: all('Naam') }
const choice = { name: 'what', kind: 'choice', label: all('Wat'), options: [{ value: 'room', label: all('Kamer') }] }
const form = (...steps: object[][]) => ({
  title: all('Vraag'),
  lead: all('Stel ze'),
  thanks: all('Dank'),
  steps: steps.map((fields) => ({ fields })),
})
const languages = ['nl', 'fr', 'en'] as const
const read = (content: unknown) => formsIn([{ file: 'sites/x/forms/ask.json', content }], [...languages])
const wrong = (content: unknown): string => {
  try {
    read(content)
    return ''
  } catch (error) {
    return error instanceof WrongForm ? error.message : String(error)
  }
}

describe('a file of a form', () => {
  test('gives a form under the name of its file', () => {
    expect(read(form([line]))).toMatchObject([{ slug: 'ask', steps: [{ fields: [{ name: 'name', optional: false }] }] }])
  })

  test('may take one that comes with the program, mailed where the site wants', () => {
    const [contact] = read({ use: 'contact', to: 'info@loofwerk.example' })
    expect([contact?.slug, contact?.to, contact?.title.fr]).toEqual(['ask', 'info@loofwerk.example', 'Contact'])
    expect(wrong({ use: 'nothing' })).toContain('there is no form nothing; there is complaint, contact, feed, quote')
  })

  test.each([
    ['two fields of one name', form([line], [line]), 'name is the name of another field'],
    ['a name that the page sends itself', form([{ ...line, name: 'since' }]), 'since is the name of another field'],
    ['the name of the number', form([{ ...line, name: 'worked' }]), 'worked is the name of another field'],
    [
      'two addresses',
      form([
        { ...line, kind: 'email' },
        { ...line, name: 'other', kind: 'email' },
      ]),
      'a form asks one e‑mail address at most',
    ],
    ['a choice of nothing', form([{ ...choice, options: [] }]), 'what: a choice has options'],
    ['options of a line', form([{ ...line, options: choice.options }]), 'name: a choice has options'],
    [
      'a condition on its own step',
      form([choice, { ...line, if: { field: 'what', is: ['room'] } }]),
      'no earlier step has a choice what',
    ],
    [
      'a condition on no value',
      form([choice], [{ ...line, if: { field: 'what', is: ['house'] } }]),
      'no earlier step has a choice what',
    ],
    ['a file before the last step', form([{ ...line, kind: 'file' }], [choice]), 'name: a file is asked at the last step'],
    ['words in one language', { ...form([line]), lead: { nl: 'Stel ze' } }, 'some words are not there in: fr, en'],
    ['no step', form(), 'steps'],
    ['an unknown kind', form([{ ...line, kind: 'colour' }]), 'kind'],
  ])('says what is wrong: %s', (_what, content, said) => {
    expect(wrong(content)).toContain('sites/x/forms/ask.json')
    expect(wrong(content)).toContain(said)
    expect(wrong(form([line]))).toBe('')
  })
})

describe('what a form asks', () => {
  const [one] = read(
    form(
      [choice],
      [
        { ...line, if: { field: 'what', is: ['room'] } },
        { name: 'yes', kind: 'ticked', optional: true, label: all('Ja?') },
      ],
    ),
  )
  const second = one?.steps[1]

  test('depends on what was chosen before', () => {
    if (!second) throw new Error('no second step')
    expect(askedIn(second, { what: 'room' }).map(({ name }) => name)).toEqual(['name', 'yes'])
    expect(askedIn(second, { what: 'other' }).map(({ name }) => name)).toEqual(['yes'])
    expect(askedIn(second, {}).map(({ name }) => name)).toEqual(['yes'])
  })

  test('is kept as it was asked, and what was not asked is not', () => {
    if (!one) throw new Error('no form')
    expect(answersOf(one, { what: 'room', name: ' An ' }, 'nl')).toEqual({ Wat: 'Kamer', Naam: 'An', 'Ja?': 'Nee' })
    expect(answersOf(one, { name: 'An', yes: '1' }, 'en')).toEqual({ 'Ja?': 'Yes' })
  })
})
