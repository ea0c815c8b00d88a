/** Follows `path` with server-sent events, from after the last number that the page has, until it is ended. The browser comes back by itself when the
 *  connection breaks; `refused` is called meanwhile. */
export function follow<Told>(path: string, last: () => number, told: (told: Told) => void, gone: () => void): { end(): void } {
  let source: EventSource | undefined
  let again: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const open = () => {
    source = new EventSource(`${path}/events?after=${last()}`)
    source.addEventListener('message', ({ data }) => told(JSON.parse(data)))
    source.addEventListener('error', () => {
      gone()
      // A server that refuses ends it for good: it may be stopping, or busy.
      if (source?.readyState === EventSource.CLOSED && !ended) again = setTimeout(open, 5000 + Math.random() * 5000)
    })
  }
  open()
  return {
    end() {
      ended = true
      clearTimeout(again)
      source?.close()
    },
  }
}
