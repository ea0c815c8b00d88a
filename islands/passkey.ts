// Asks the browser to make or use a passkey, and sends what it answers with the form.
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-passkey]')) {
  const credential = form.elements.namedItem('credential')
  if (!('PublicKeyCredential' in window) || !(credential instanceof HTMLInputElement)) continue
  form.classList.add('passkey-ready')
  const ask = (options: string, create: boolean) =>
    create
      ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(JSON.parse(options)) })
      : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(JSON.parse(options)) })
  const failed = document.createElement('p')
  failed.className = 'field-error'
  failed.setAttribute('role', 'alert')
  form.addEventListener('submit', async (event) => {
    event.preventDefault()
    failed.remove()
    try {
      const answer = await ask(form.dataset.options ?? '', form.dataset.passkey === 'create')
      if (!(answer instanceof PublicKeyCredential)) throw new Error('no passkey')
      credential.value = JSON.stringify(answer.toJSON())
      form.submit()
    } catch {
      failed.textContent = form.dataset.failed ?? ''
      form.append(failed)
    }
  })
}
