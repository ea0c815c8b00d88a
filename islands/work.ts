// Finds the number that a form asks for (src/platform/forms/work.ts) while somebody writes. It is told only to who is done before it is.
const field = document.querySelector<HTMLInputElement>('input[data-ticket]')
const { ticket = '', rounds, most } = field?.dataset ?? {}
const [salt = '', sought] = (ticket.split('.')[0] ?? '').split('-')
/** So long a press waits for it at most, in milliseconds: without it a form is taken too. */
const patience = 10_000
/** So many numbers are tried at once: a browser does them beside each other, and beside what is typed. */
const width = 8

const bytes = (text: string) => new TextEncoder().encode(text)

/** Undefined where there is none. */
async function found(): Promise<number | undefined> {
  const key = await crypto.subtle.importKey('raw', bytes(salt), 'PBKDF2', false, ['deriveBits'])
  const isSought = async (number: number) => {
    const about = { name: 'PBKDF2', hash: 'SHA-256', salt: bytes(String(number)), iterations: Number(rounds) }
    const bits = new Uint8Array(await crypto.subtle.deriveBits(about, key, 128))
    return Array.from(bits, (byte) => byte.toString(16).padStart(2, '0')).join('') === sought
  }
  for (let from = 0; from < Number(most); from += width) {
    const numbers = Array.from({ length: width }, (_, at) => from + at)
    const at = (await Promise.all(numbers.map(isSought))).indexOf(true)
    if (at >= 0) return from + at
  }
  return undefined
}

async function work(field: HTMLInputElement, form: HTMLFormElement) {
  let isReady = false
  let isWaiting = false
  const done = found()
    .then((number) => {
      if (number !== undefined) field.value = `${ticket}.${number}`
    })
    // An old browser, or a page without TLS: the form goes as it goes without scripts.
    .catch(() => {})
    .finally(() => {
      isReady = true
    })
  form.addEventListener('submit', async (event) => {
    if (isReady) return
    event.preventDefault()
    if (isWaiting) return
    isWaiting = true
    const said = document.getElementById('work')
    if (said) said.textContent = said.dataset.wait ?? ''
    await Promise.race([done, new Promise((late) => setTimeout(late, patience))])
    isReady = true
    form.requestSubmit(event.submitter)
  })
}
if (field?.form) work(field, field.form)
