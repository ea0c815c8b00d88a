import { z } from 'zod'
import { type Basis, holdingNamed, purposes } from '../register'
import type { CopyFlow, HoldingFlow } from './copy'
import { type Flow, mapFlow } from './flow'
import type { CopyRecord } from './records'

const rests: readonly Basis[] = ['consent', 'contract']

/** Whether a person may take it along (GDPR article 20(1)): they gave it, and it is held by their consent or for a contract. */
export const isPortable = ({ holding }: Pick<HoldingFlow, 'holding'>): boolean => {
  const { source = 'person', for: why, secret } = holdingNamed(holding)
  return source === 'person' && !secret && why.some((purpose) => rests.includes(purposes[purpose].basis))
}

/** The shape of portable.json in a copy. Another meaning gets another number. */
export const portableSchema = z.object({
  schema: z.literal(1),
  site: z.string(),
  madeAt: z.iso.datetime(),
  items: z
    .array(
      z.object({
        holding: z.string().describe('Item and circle, as in the privacy statement: email.account'),
        item: z.string().describe('What it is, in the language of the copy'),
        records: z.array(
          z.object({
            table: z.string().describe('With id it leads to the rest of the same record under other holdings'),
            id: z.string(),
            values: z.record(z.string(), z.json()).describe('By column. Money in cents, sizes in m², times in UTC'),
            files: z.array(z.string()).optional().describe('Paths under files/ in the same archive'),
          }),
        ),
      }),
    )
    .describe('What the person gave, by consent or for a contract, and of which something is held'),
})
type Portable = z.infer<typeof portableSchema>
type PortableItem = Portable['items'][number]
type PortableFlow = Omit<Portable, 'items'> & {
  items: (Omit<PortableItem, 'records'> & { records: Flow<PortableItem['records'][number]> })[]
}

const valuesSchema = z.record(z.string(), z.json())
const bare = ({ table, id, values, files }: CopyRecord) => ({
  table,
  id,
  values: valuesSchema.parse(values),
  ...(files ? { files } : {}),
})

/** What of a copy its person may take elsewhere. */
export const portableOf = ({ about, items }: CopyFlow): PortableFlow => ({
  schema: 1,
  site: about.site,
  madeAt: about.madeAt,
  items: items.flatMap(({ name, holdings }) =>
    holdings
      .filter((one) => isPortable(one) && one.records.length > 0)
      .map(({ holding, records }) => ({ holding, item: name, records: mapFlow(records, bare) })),
  ),
})
