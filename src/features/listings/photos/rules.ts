export const maxPhotos = 20

/** Photos of a draft in another order: "<id> first", "<id> earlier", "<id> later". What is not of it changes nothing. */
export function moved(photos: readonly string[], move: string): string[] {
  const [id = '', where = ''] = move.split(' ')
  const at = photos.indexOf(id)
  if (at < 0) return [...photos]
  const others = photos.filter((photo) => photo !== id)
  const to = where === 'first' ? 0 : where === 'earlier' ? Math.max(0, at - 1) : where === 'later' ? at + 1 : at
  return others.toSpliced(to, 0, id)
}

/** The order that a browser sends after dragging: all ids with commas. What it leaves out comes last, what is not of the draft is left. */
export function ordered(photos: readonly string[], order: string): string[] {
  const wanted = [...new Set(order.split(','))].filter((id) => photos.includes(id))
  return [...wanted, ...photos.filter((id) => !wanted.includes(id))]
}
