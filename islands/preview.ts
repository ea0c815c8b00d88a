// Shows a text as it will look, while it is being written. Without this a button does.
const form = document.querySelector<HTMLFormElement>('form[data-preview]')
const here = document.querySelector<HTMLElement>('[data-preview-here]')
const button = document.querySelector<HTMLElement>('[data-preview-act]')
if (form && here) {
  if (button) button.hidden = true
  let waits: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined
  const show = async () => {
    asked?.abort()
    asked = new AbortController()
    try {
      const body = new URLSearchParams()
      for (const name of ['title', 'summary', 'body']) body.set(name, String(new FormData(form).get(name) ?? ''))
      const answer = await fetch(form.dataset.preview ?? '', { method: 'POST', body, signal: asked.signal })
      // What is wrong is said when it is saved; until then the last one stays.
      if (answer.ok && !answer.redirected) here.innerHTML = await answer.text()
    } catch {
      // Overtaken by what was typed since, or the network is away.
    }
  }
  form.addEventListener('input', () => {
    clearTimeout(waits)
    waits = setTimeout(show, 300)
  })
}
