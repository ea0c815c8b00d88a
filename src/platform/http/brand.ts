import { createHash } from 'node:crypto'
import type { Site } from '../site'

type Branded = Pick<Site, 'brand' | 'logo'>
const lines = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([name, value]) => `--${name}: ${value};`)

/** The stylesheet that puts a site's own colours and typefaces in place of the product's. Undefined for a site without a brand. */
export function brandSheet({ brand }: Branded): string | undefined {
  const { headings, text } = brand
  if (!headings && !text && Object.keys({ ...brand.light, ...brand.dark }).length === 0) return undefined
  const types = { ...(headings ? { 'brand-font': headings } : {}), ...(text ? { 'text-font': text } : {}) }
  return [
    `:root { ${lines(types).join(' ')} }`,
    // Paper is white, whatever the brand.
    `@media screen { :root { ${lines(brand.light).join(' ')} } }`,
    `@media screen and (prefers-color-scheme: dark) { :root { ${lines(brand.dark).join(' ')} } }`,
    '',
  ].join('\n')
}

/** An address that changes with what is there. */
const at = (path: string, content: string | undefined): string | undefined =>
  content && `${path}?${createHash('sha256').update(content).digest('hex').slice(0, 8)}`
export const brandPaths = (site: Branded) => ({ sheet: at('/brand.css', brandSheet(site)), logo: at('/logo.svg', site.logo) })
