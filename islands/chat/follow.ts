export type Following = {
  /** Sends something over the socket. Answers whether there is one. */
  send(what: object): boolean
  end(): void
}

const soon = () => 1000 + Math.random() * 4000

/** Follows `path` from after the last number that the page has, until it is ended: over a WebSocket, or with server-sent events where something between here
 *  and there lets no socket through. `gone` is called when the connection breaks; it is made again by itself. */
export function follow<Told>(path: string, last: () => number, told: (told: Told) => void, gone: () => void): Following {
  const address = () => `${path}/events?after=${last()}`
  const read = ({ data }: MessageEvent) => told(JSON.parse(data))
  let [socket, source]: [WebSocket?, EventSource?] = []
  let again: ReturnType<typeof setTimeout> | undefined
  let ended = false
  const later = (open: () => void) => {
    if (ended) return
    gone()
    again = setTimeout(open, soon())
  }

  function openSource(): void {
    source = new EventSource(address())
    source.addEventListener('message', read)
    // The browser comes back by itself, but not to a server that refuses: it may be stopping, or busy.
    source.addEventListener('error', () => (source?.readyState === EventSource.CLOSED ? later(openSource) : gone()))
  }

  function openSocket(): void {
    let was = false
    socket = new WebSocket(new URL(address(), location.href.replace(/^http/, 'ws')))
    socket.addEventListener('open', () => {
      was = true
    })
    socket.addEventListener('message', read)
    socket.addEventListener('close', () => {
      if (was || ended) later(openSocket)
      else openSource()
    })
  }

  openSocket()
  return {
    send(what) {
      if (socket?.readyState !== WebSocket.OPEN) return false
      socket.send(JSON.stringify(what))
      return true
    },
    end() {
      ended = true
      clearTimeout(again)
      socket?.close()
      source?.close()
    },
  }
}
