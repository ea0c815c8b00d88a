// Takes away what scripts of others left in this browser that its owner does not say yes to, or no more. The page says what may stay.
const said = document.querySelector<HTMLMetaElement>('meta[name="stays"]')
const may: string[] = JSON.parse(said?.content ?? '["*"]')
const stays = (key: string) => may.some((one) => (one.endsWith('*') ? key.startsWith(one.slice(0, -1)) : key === one))

async function forget() {
  for (const [where, store] of [
    ['localStorage', localStorage],
    ['sessionStorage', sessionStorage],
  ] as const)
    for (const name of Object.keys(store)) if (!stays(`${where} ${name}`)) store.removeItem(name)
  for (const { name } of (await indexedDB.databases?.()) ?? [])
    if (name && !stays(`IndexedDB ${name}`)) indexedDB.deleteDatabase(name)
}
// A browser that keeps nothing of a site does not let one look.
forget().catch(() => {})
