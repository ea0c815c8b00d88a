// Loads Crisp on the page of the chat, for who pressed for it there: what it needs to begin stands on the page only then. Tells us what Crisp calls the
// conversation, so that it can be erased.
declare global {
  interface Window {
    $crisp?: unknown[]
    CRISP_WEBSITE_ID?: string
    CRISP_TOKEN_ID?: string
    CRISP_COOKIE_EXPIRE?: number
    CRISP_RUNTIME_CONFIG?: { locale: string }
  }
}

type Starts = { website: string; token: string; language: string; script: string; days: number; told: string }

/** So long it may take before the page says that it does not come. */
const patience = 20_000

function start({ website, token, language, script, days, told }: Starts): void {
  const failed = document.querySelector<HTMLElement>('[data-chat-failed]')
  const fails = () => failed?.removeAttribute('hidden')
  const late = setTimeout(fails, patience)
  const began = (session: unknown) => {
    clearTimeout(late)
    failed?.setAttribute('hidden', '')
    fetch(told, { method: 'POST', body: new URLSearchParams({ session: String(session) }) }).catch(() => {})
  }
  window.CRISP_WEBSITE_ID = website
  window.CRISP_TOKEN_ID = token
  window.CRISP_COOKIE_EXPIRE = days * 86_400
  window.CRISP_RUNTIME_CONFIG = { locale: language }
  window.$crisp = [
    ['safe', true],
    ['on', 'session:loaded', began],
    ['do', 'chat:open'],
  ]
  // Crisp forgets it in this browser too, before the page that says that it is erased.
  document
    .querySelector('form[action$="/chat/erasure"]')
    ?.addEventListener('submit', () => window.$crisp?.push(['do', 'session:reset', [false]]))
  const loads = document.createElement('script')
  loads.async = true
  loads.src = script
  loads.addEventListener('error', fails)
  document.head.append(loads)
}

for (const part of document.querySelectorAll('[data-needs-script]')) part.removeAttribute('hidden')
const said = document.querySelector<HTMLMetaElement>('meta[name="crisp"]')
if (said) start(JSON.parse(said.content))

export {}
