const empty = new Set(['area', 'br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr'])
const phrasingOnly = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'button', 'span', 'summary', 'dt'])
const blocks = new Set([
  'div',
  'p',
  'ul',
  'ol',
  'dl',
  'form',
  'section',
  'article',
  'table',
  'fieldset',
  'h1',
  'h2',
  'h3',
  'h4',
  'nav',
  'figure',
  'details',
])
const headings = new Set(['h1', 'h2', 'h3', 'h4'])
const interactive = new Set(['a', 'button', 'input', 'select', 'textarea', 'summary'])

type Tag = { name: string; attributes: Map<string, string> }

const tagsOf = (html: string): (Tag & { close: boolean; self: boolean })[] =>
  [...html.matchAll(/<(\/?)([a-z][a-z0-9]*)((?:\s+[a-zA-Z-]+(?:="[^"]*")?)*)\s*(\/?)>/g)].map(
    ([, close, name = '', rest = '', self]) => ({
      name,
      close: close === '/',
      self: self === '/',
      attributes: new Map([...rest.matchAll(/\s([a-zA-Z-]+)(?:="([^"]*)")?/g)].map(([, key = '', value = '']) => [key, value])),
    }),
  )

const nesting = (html: string): string[] => {
  const open: string[] = []
  const faults: string[] = []
  for (const { name, close, self, attributes } of tagsOf(html)) {
    if (close) {
      if (open.pop() !== name) return [...faults, `</${name}> closes something else`]
      continue
    }
    const holder = open.findLast((tag) => phrasingOnly.has(tag))
    const heading = name.startsWith('h') && open.at(-1) === 'summary'
    if (holder && blocks.has(name) && !heading) faults.push(`<${name}> in <${holder}>`)
    const control = open.findLast((tag) => tag === 'a' || tag === 'button')
    if (control && interactive.has(name)) faults.push(`<${name}> in <${control}>`)
    if (name === 'form' && open.includes('form')) faults.push('<form> in <form>')
    if (name === 'legend' && open.at(-1) !== 'fieldset') faults.push('<legend> without <fieldset>')
    if (name === 'li' && !['ul', 'ol'].includes(open.at(-1) ?? '')) faults.push('<li> without a list')
    if (attributes.has('style')) faults.push(`style on <${name}>`)
    if (!self && !empty.has(name)) open.push(name)
  }
  return open.length ? [...faults, `<${open.at(-1)}> is never closed`] : faults
}

const references = (tags: readonly Tag[]): string[] => {
  const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? [])
  const known = new Set(ids)
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `id ${id} twice`)
  const dangling = tags.flatMap(({ attributes }) =>
    ['for', 'aria-describedby', 'aria-labelledby', 'popovertarget', 'list']
      .flatMap((key) =>
        (attributes.get(key) ?? '')
          .split(' ')
          .filter(Boolean)
          .map((id) => ({ key, id })),
      )
      .filter(({ id }) => !known.has(id))
      .map(({ key, id }) => `${key} ${id} leads nowhere`),
  )
  return [...twice, ...dangling]
}

const unnamed = (html: string, tags: readonly Tag[]): string[] => {
  const labelled = new Set(tags.filter(({ name }) => name === 'label').map(({ attributes }) => attributes.get('for')))
  const wrapped = [...html.matchAll(/<label[^>]*>(?:(?!<\/label>).)*?<(?:input|select|textarea)[^>]*>/gs)].length
  const controls = tags.filter(
    ({ name, attributes }) => ['input', 'select', 'textarea'].includes(name) && attributes.get('type') !== 'hidden',
  )
  const bare = controls.filter(({ attributes }) => !labelled.has(attributes.get('id') ?? '') && !attributes.has('aria-label'))
  return [
    ...(bare.length > wrapped ? ['a control without a label'] : []),
    ...tags.filter(({ name, attributes }) => name === 'img' && !attributes.has('alt')).map(() => '<img> without alt'),
    ...tags.filter(({ name, attributes }) => name === 'button' && !attributes.has('type')).map(() => '<button> without type'),
    ...(/<(a|button)\b(?![^>]*aria-label)[^>]*>\s*(<svg(?:(?!<\/svg>)[\s\S])*<\/svg>\s*)?<\/\1>/.test(html)
      ? ['a link or button without a name']
      : []),
  ]
}

/** What is wrong with a piece of HTML that our own components made: not a parser for the HTML of others. For tests. */
export const faultsOf = (html: string): string[] => {
  const tags = tagsOf(html).filter(({ close }) => !close)
  const levels = tags.filter(({ name, attributes }) => headings.has(name) && !attributes.has('aria-hidden'))
  return [
    ...nesting(html),
    ...references(tags),
    ...unnamed(html, tags),
    ...(html.startsWith('<!doctype') && levels.filter(({ name }) => name === 'h1').length !== 1 ? ['not exactly one h1'] : []),
  ]
}
