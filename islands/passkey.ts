// Asks the browser to make or use a passkey, and sends what it answers with the form.
const parse = { create: 'parseCreationOptionsFromJSON', request: 'parseRequestOptionsFromJSON' } as const

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const credential = form.elements.namedItem('credential')
  if (!('PublicKeyCredential' in window) || !(parse.create in PublicKeyCredential) || !(credential instanceof HTMLInputElement))
    continue
  form.classList.add('passkey-ready')
  const options = JSON.parse(form.dataset.options ?? '{}')
  const failed = document.createElement('p')
  failed.className = 'field-error'
  failed.setAttribute('role', 'alert')
  let offered: AbortController | undefined

  const send = (answer: Credential | null) => {
    if (!(answer instanceof PublicKeyCredential)) throw new Error('no passkey')
    credential.value = JSON.stringify(answer.toJSON())
    // "Stay signed in" stands once on the page, in the form of the password.
    const stay = form.elements.namedItem('stay')
    const ticked = document.querySelector('input[type=checkbox][name=stay]:checked')
    if (stay instanceof HTMLInputElement && ticked) stay.value = '1'
    form.submit()
  }
  const ask = () =>
    form.dataset.passkey === 'create'
      ? navigator.credentials.create({ publicKey: PublicKeyCredential[parse.create](options) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential[parse.request](options) })

  // Offers passkeys among the names that the browser fills in, and stays silent when there are none.
  const offer = async () => {
    if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) return
    offered = new AbortController()
    const { signal } = offered
    send(
      await navigator.credentials.get({
        publicKey: PublicKeyCredential[parse.request](options),
        mediation: 'conditional',
        signal,
      }),
    )
  }
  if (form.dataset.autofill !== undefined) offer().catch(() => {})

  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    failed.remove()
    // A browser asks one thing at a time.
    offered?.abort()
    try {
      send(await ask())
    } catch {
      failed.textContent = form.dataset.failed ?? ''
      form.append(failed)
    }
  })
}
