import { z } from 'zod'
import { copySchema } from './copy-schema'
import { portableSchema } from './portable'

/** The JSON schemas of a copy (JSON Schema 2020-12), by the name under which a site publishes them. */
export const copySchemas = (): Record<'copy' | 'portable', object> => ({
  copy: z.toJSONSchema(copySchema),
  portable: z.toJSONSchema(portableSchema),
})
