// Says how many characters are left, once they run short. The limit itself is the server's.
for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea[data-maxlength]')) {
  const said = document.getElementById(`${area.id}-count`)
  const max = Number(area.dataset.maxlength)
  if (!said || !max) continue
  const before = said.textContent ?? ''
  const tell = () => {
    const left = max - area.value.length
    said.textContent = left < max / 4 ? `${before} (${left})` : before
    said.classList.toggle('text-area-over', left < 0)
  }
  area.addEventListener('input', tell)
  tell()
}
