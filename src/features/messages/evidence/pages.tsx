import { strToU8 } from 'fflate'
import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type { Platform } from '../../../platform/feature'
import type { Env } from '../../../platform/http'
import type { Language } from '../../../std/words'
import { dayOf } from '../../../std/written'
import { Button, Card, Form } from '../../../ui'
import { ownThread } from '../own'
import { threadPath } from '../paths'
import { threadIdShape } from '../rules'
import { evidenceDocument } from './document'
import { gather } from './gather'
import { sealFiles } from './sealing'
import { words } from './words'

/** The widest picture of each photo of the advert that is still there. */
async function picturesOf(p: Platform, paths: readonly string[]): Promise<Record<string, Uint8Array>> {
  const pictures: Record<string, Uint8Array> = {}
  for (const path of paths.filter((one) => /^[0-9a-f]{32}$/.test(one))) {
    const [widest] = (await p.files.list(`photos/${path}`))
      .flatMap(({ name }) => (name.endsWith('.jpg') ? [name] : []))
      .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
    const bytes = widest && (await p.files.read(`photos/${path}/${widest}`).catch(() => undefined))
    if (bytes) pictures[`photos/${path}.jpg`] = bytes
  }
  return pictures
}

export const EvidenceCard = ({ lang, publicId }: { lang: Language; publicId: string }): Child => {
  const text = words(lang)
  return (
    <Card title={text.title}>
      <p class="small">{text.about}</p>
      <Form action={threadPath(lang, publicId, '/evidence')} label={text.title}>
        <Button small variant="secondary" icon="document">
          {text.get}
        </Button>
      </Form>
      <p class="soft small">{text.noted}</p>
    </Card>
  )
}

export const evidencePages = new Hono<Env>().post(`/messages/:thread{${threadIdShape}}/evidence`, async (c) => {
  const { p, language: lang } = c.var
  const own = await ownThread(c)
  await p.limits.count('messages.evidence', own.personId, 10, 3600)
  const evidence = await gather(p, own, lang)
  const pictures = await picturesOf(p, evidence.advert?.photos ?? [])
  const zip = sealFiles(
    p,
    { site: p.site.name, madeAt: evidence.about.madeAt, thread: evidence.about.thread },
    {
      'index.html': strToU8(evidenceDocument(evidence, Object.keys(pictures), lang)),
      'evidence.json': strToU8(JSON.stringify(evidence, null, 2)),
      ...pictures,
    },
  )
  return c.body(zip, 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="${words(lang).fileName}-${dayOf(p.clock.now())}-${own.row.public_id}.zip"`,
    'cache-control': 'private, no-store',
  })
})
