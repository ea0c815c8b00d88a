// For tests: a site whose mailings a Mautic sends.
import type { startMautic } from '../../../dev/simulators/mautic'
import { type TestSite, testSite } from '../../app/testing'

export const webhookSecret = 'sec-of-webhooks'

/** A site with a Mautic that is not there. */
export const mailing = {
  SITE: 'src/app/testing/asks',
  MAUTIC_URL: 'http://127.0.0.1:9',
  MAUTIC_USER: 'site',
  MAUTIC_PASSWORD: 'geheim',
  MAUTIC_WEBHOOK_SECRET: webhookSecret,
}

export const mauticSite = (
  mautic: Awaited<ReturnType<typeof startMautic>>,
  env: Record<string, string> = {},
): Promise<TestSite> => testSite({ env: { ...mailing, MAUTIC_URL: mautic.url, ...env } })
