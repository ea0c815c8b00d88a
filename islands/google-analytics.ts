// Starts Google Analytics for who said yes to it: this is on no page before that. Nothing about advertising is ever allowed, and what somebody searched for,
// which stands behind the question mark of an address, is not told.
import { withoutQuestion } from './measuring/address'

declare global {
  interface Window {
    dataLayer?: unknown[]
  }
}

window.dataLayer ??= []
const queue = window.dataLayer
/** Google's tag knows its commands by their being `arguments`, not a list. */
function tag(..._command: unknown[]): void {
  // biome-ignore lint/complexity/noArguments: see above
  queue.push(arguments)
}

const said = document.querySelector<HTMLMetaElement>('meta[name="google-analytics"]')
const { id, script, reports }: { id: string; script: string; reports?: string } = JSON.parse(said?.content ?? '{}')
if (id) {
  tag('consent', 'default', {
    ad_storage: 'denied',
    ad_user_data: 'denied',
    ad_personalization: 'denied',
    analytics_storage: 'granted',
  })
  tag('js', new Date())
  tag('config', id, {
    page_location: withoutQuestion(location.href),
    page_referrer: withoutQuestion(document.referrer),
    allow_google_signals: false,
    allow_ad_personalization_signals: false,
    cookie_domain: location.hostname,
    // As long as the answer that it rests on, counted from then: not longer with each visit.
    cookie_expires: 180 * 86_400,
    cookie_update: false,
    cookie_flags: location.protocol === 'https:' ? 'SameSite=Lax;Secure' : 'SameSite=Lax',
    ...(reports ? { transport_url: reports } : {}),
  })
  const loads = document.createElement('script')
  loads.async = true
  loads.src = script
  document.head.append(loads)
}
