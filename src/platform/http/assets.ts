import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The hashed name of a built stylesheet or island by the name of its source ("src/ui/site.css", "islands/photos.ts"). Before a build
 *  (in tests) the source's own name. */
export function assetsOf(folder: string): (source: string) => string {
  const manifest = join(folder, '.vite', 'manifest.json')
  const entries: Record<string, { file: string }> = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  return (source) => `/${entries[source]?.file ?? `assets/${source}`}`
}
