import type { Site } from '../../platform/site'
import { htmlOf, partsOf } from './markdown'
import { pictureAt } from './pictures'

type Having = Pick<Site, 'pictures'>

/** The body of a text with the pictures of its site. */
export const bodyHtml = (site: Having, body: string): string => htmlOf(body, (path) => pictureAt(site, path))

/** The same in parts, as markdown.tsx makes them. */
export const bodyParts = (site: Having, body: string): string[] => partsOf(body, (path) => pictureAt(site, path))
