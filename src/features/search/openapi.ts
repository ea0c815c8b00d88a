import { z } from 'zod'
import { item, listingsAnswer, placesAnswer, problem } from './item'
import { parameters } from './parameters'

/** So many requests per network: said in the description and in the headers of each answer. */
export const limit = { requests: 120, seconds: 60 }
/** Adverts in one answer. */
export const perAnswer = 100

const components = '#/components/schemas/'
const registry = z.registry<{ id: string }>()
registry.add(item, { id: 'Listing' })
registry.add(listingsAnswer, { id: 'Listings' })
registry.add(placesAnswer, { id: 'Places' })
registry.add(problem, { id: 'Problem' })

const schemas = () =>
  Object.fromEntries(
    Object.entries(z.toJSONSchema(registry, { uri: (id) => `${components}${id}` }).schemas).map(([id, schema]) => {
      const { $id: _, $schema: __, id: ___, ...rest } = schema
      return [id, rest]
    }),
  )

/** The parameters of a search as OpenAPI lists them, from the schema that reads them. */
export const queryParameters = () => {
  const { properties = {} } = z.toJSONSchema(parameters, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, schema]) => {
    if (typeof schema === 'boolean') throw new Error(`the parameter ${name} has no schema`)
    const { description, example, ...rest } = schema
    const many = rest.type === 'array' ? { style: 'form', explode: true } : {}
    return {
      name,
      in: 'query',
      required: false,
      description,
      ...many,
      ...(example === undefined ? {} : { example }),
      schema: rest,
    }
  })
}

const refusal = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: { $ref: `${components}Problem` } } },
})
const rateLimited = {
  'RateLimit-Policy': { schema: { type: 'string' }, description: 'The limit: q requests in w seconds.' },
  RateLimit: { schema: { type: 'string' }, description: 'What is left: r requests, in the next t seconds.' },
}
const answer = (name: string, description: string) => ({
  '200': {
    description,
    headers: { ETag: { schema: { type: 'string' } }, ...rateLimited },
    content: { 'application/json': { schema: { $ref: `${components}${name}` } } },
  },
  '304': { description: 'Nothing changed since the answer with this ETag (If-None-Match).' },
  '400': refusal('A parameter could not be read; `errors` names it.'),
  '429': refusal(
    `More than ${limit.requests} requests in ${limit.seconds} seconds from one network. Retry-After says when to come back.`,
  ),
})

/** The description of the API, OpenAPI 3.1. */
export const openapi = (site: { name: string }, publicUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: `${site.name}: public adverts`,
    version: '1',
    description:
      'The adverts that anyone can see, but for those whose advertiser keeps them out of feeds. Never a house number, phone number, e-mail address or name. ' +
      `At most ${limit.requests} requests in ${limit.seconds} seconds from one network. An advert that is no longer answered is no longer offered: delete your copy.`,
  },
  servers: [{ url: publicUrl }],
  paths: {
    '/api/v1/listings': {
      get: {
        operationId: 'listings',
        summary: `Adverts that match, ${perAnswer} at a time`,
        parameters: queryParameters(),
        responses: answer(
          'Listings',
          'Adverts in the order asked for. Follow `next` until it is null: each advert comes once, also when others come in meanwhile.',
        ),
      },
    },
    '/api/v1/places': {
      get: {
        operationId: 'places',
        summary: 'Places, postcodes and campuses by what people type; slips forgiven',
        parameters: [
          { name: 'q', in: 'query', required: true, schema: { type: 'string', maxLength: 80 } },
          { name: 'language', in: 'query', required: false, schema: { type: 'string', enum: ['nl', 'fr', 'en'] } },
        ],
        responses: answer('Places', 'The likeliest first.'),
      },
    },
  },
  components: { schemas: schemas() },
})
