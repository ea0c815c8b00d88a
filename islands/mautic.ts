// Starts the measuring of a Mautic for who said yes to it: this is on no page before that. It is told which page was looked at, never what somebody searched
// for or what a link in a mail says of who follows it: both stand behind the question mark of an address. Nor is it ever told who it is.
import { withoutQuestion } from './measuring/address'

type Queue = { (...command: unknown[]): void; q: unknown[] }
declare global {
  interface Window {
    MauticTrackingObject?: string
    mt?: Queue
  }
}

const said = document.querySelector<HTMLMetaElement>('meta[name="mautic"]')
const { script }: { script?: string } = JSON.parse(said?.content ?? '{}')
if (script) {
  const queue: Queue = Object.assign((...command: unknown[]) => void queue.q.push(command), { q: [] })
  window.MauticTrackingObject = 'mt'
  window.mt = queue
  queue('send', 'pageview', {
    page_url: withoutQuestion(location.href),
    page_referrer: withoutQuestion(document.referrer),
    // A title may say what was searched for.
    page_title: location.pathname,
  })
  const loads = document.createElement('script')
  loads.async = true
  loads.src = script
  document.head.append(loads)
}
