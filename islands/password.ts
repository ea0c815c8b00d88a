// Shows what is typed in a password field, on request.
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-password]')) {
  const input = document.getElementById(button.dataset.password ?? '')
  if (!(input instanceof HTMLInputElement)) continue
  button.hidden = false
  button.addEventListener('click', () => {
    const shown = input.type === 'text'
    input.type = shown ? 'password' : 'text'
    button.textContent = (shown ? button.dataset.show : button.dataset.hide) ?? ''
    input.focus()
  })
  // A browser must not keep a shown password among what was typed before.
  input.form?.addEventListener('submit', () => {
    input.type = 'password'
  })
}
