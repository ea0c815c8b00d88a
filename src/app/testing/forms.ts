// The forms of a page as a browser would send them, for tests. Not a parser for the HTML of others.

export type FormField = {
  name: string
  /** The type of an input; otherwise the name of the element. */
  type: string
  value: string
  /** Sent when nobody touches the form: an unticked box is not. */
  sent: boolean
}
export type PageForm = { method: 'GET' | 'POST'; action: string; hasFiles: boolean; fields: FormField[] }

const decoded = (text: string): string =>
  text.replace(/&(?:#(\d+)|(amp|lt|gt|quot));/g, (_, code: string | undefined, name = '') =>
    code ? String.fromCodePoint(Number(code)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[String(name)] ?? ''),
  )

/** The attributes of a tag: `true` for one without a value. */
export const attributesOf = (tag: string): Map<string, string> =>
  new Map(
    [...tag.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [name.toLowerCase(), decoded(value)]),
  )

const fieldOf = (tag: string, inner: string): FormField | undefined => {
  const at = attributesOf(tag)
  const element = /^<(\w+)/.exec(tag)?.[1] ?? ''
  const name = at.get('name')
  const type = element === 'input' ? (at.get('type') ?? 'text') : element
  if (!name) return undefined
  if (element === 'textarea') return { name, type, value: decoded(inner).replace(/^\n/, ''), sent: true }
  if (element === 'select') {
    const options = [...inner.matchAll(/<option[^>]*>/g)].map(([option]) => attributesOf(option))
    const chosen = options.find((option) => option.has('selected')) ?? options[0]
    return { name, type, value: chosen?.get('value') ?? '', sent: true }
  }
  const ticks = type === 'checkbox' || type === 'radio'
  return {
    name,
    type,
    value: at.get('value') ?? (ticks ? 'on' : ''),
    sent: type !== 'file' && element !== 'button' && (!ticks || at.has('checked')),
  }
}

/** The forms of a page, in their order. `path` is the page's own, for a form without an action. */
export const formsIn = (html: string, path = ''): PageForm[] =>
  [...html.matchAll(/(<form[^>]*>)(.*?)<\/form>/gs)].map(([, tag = '', inside = '']) => {
    const at = attributesOf(tag)
    return {
      method: at.get('method')?.toUpperCase() === 'POST' ? 'POST' : 'GET',
      action: at.get('action') ?? path,
      hasFiles: at.get('enctype') === 'multipart/form-data',
      fields: [...inside.matchAll(/(<(?:input|button)[^>]*>)|(<(textarea|select)[^>]*>)(.*?)<\/\3>/gs)].flatMap(
        ([, single, double, , inner = '']) => fieldOf(single ?? double ?? '', inner) ?? [],
      ),
    }
  })

/** What a browser sends when a person fills in these fields and leaves the rest. */
export function filled(form: PageForm, typed: Record<string, string | readonly string[]> = {}): Record<string, string[]> {
  const sent: Record<string, string[]> = {}
  for (const { name, value } of form.fields.filter((field) => field.sent)) sent[name] = [...(sent[name] ?? []), value]
  for (const [name, value] of Object.entries(typed)) {
    if (!form.fields.some((field) => field.name === name)) throw new Error(`the form ${form.action} has no field ${name}`)
    sent[name] = typeof value === 'string' ? [value] : [...value]
  }
  return sent
}
