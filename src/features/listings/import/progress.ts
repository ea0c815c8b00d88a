/** A line on a terminal that shows how far it is; nothing where there is no terminal, so that logs stay clean. */
export function progressOn(stream: { isTTY?: boolean; write(text: string): unknown }) {
  const clear = '\r\u001b[K'
  let last = ''
  return {
    /** Shows which share is done (0 to 1), with a few words. */
    show(share: number, words: string) {
      if (!stream.isTTY) return
      const done = Math.round(share * 30)
      last = `${clear}[${'█'.repeat(done)}${'·'.repeat(30 - done)}] ${Math.round(share * 100)} % ${words}`
      stream.write(last)
    },
    /** Makes room for a line of text, and shows itself again below it. */
    around(print: () => void) {
      if (last) stream.write(clear)
      print()
      if (last) stream.write(last)
    },
    end() {
      if (last) stream.write(clear)
      last = ''
    },
  }
}
