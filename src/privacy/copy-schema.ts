import { z } from 'zod'

const record = z
  .object({
    table: z.string().describe('The table of the database; with id it leads to the rest of the same row under other holdings'),
    id: z.string(),
    goes: z.iso.datetime().nullable().describe('When it goes by itself; null: see keep'),
    values: z.record(z.string(), z.json()).describe('By column. Money in cents, sizes in m², times in UTC'),
    files: z.array(z.string()).optional().describe('Paths under files/ in the same archive'),
  })
  .describe('What stands of one holding in one row')

const holding = z
  .object({
    holding: z.string().describe('Item and circle, as in the privacy statement: email.account'),
    where: z.string(),
    purposes: z.array(z.object({ purpose: z.string(), name: z.string(), basis: z.string(), basisName: z.string() })),
    keep: z.object({ rule: z.json(), text: z.string() }),
    source: z.object({ code: z.enum(['person', 'use', 'site']), text: z.string() }),
    sent: z
      .array(z.object({ to: z.string(), name: z.string(), purpose: z.string(), at: z.iso.datetime() }))
      .describe('Who actually received something of it, and when'),
    secret: z.boolean().describe('Held, but its sealed values are left out: whoever found the copy could get in with them'),
    unlinkable: z
      .boolean()
      .describe('Held of many, and nothing in it says whose: what of it is about this person cannot be found (GDPR article 11)'),
    records: z.array(record).describe('Empty: nothing is held'),
  })
  .describe('An item, kept for some purposes and one time')

/** The shape of data.json in a copy. It is kept stable: a change of meaning gets another number in about.schema. */
export const copySchema = z.object({
  about: z.object({
    schema: z.literal(1),
    site: z.string(),
    controller: z.object({ name: z.string(), registration: z.string(), address: z.string(), email: z.string() }),
    officer: z.object({ name: z.string(), email: z.string(), address: z.string().optional() }),
    authority: z.object({ name: z.string(), url: z.string() }),
    person: z.string(),
    language: z.enum(['nl', 'fr', 'en']),
    madeAt: z.iso.datetime(),
    statement: z.object({ url: z.string(), version: z.string() }),
  }),
  items: z.array(z.object({ item: z.string(), name: z.string(), what: z.string(), holdings: z.array(holding) })),
  leftOut: z.number().int().describe('Rows of others in what the person takes part in, such as messages they received'),
})
