/** Points as [longitude, latitude] in degrees, in the order of GeoJSON. */
export type Line = readonly (readonly [number, number])[]

const perDegree = 1000 // 110 m

/** A line in; the same to a thousandth of a degree as printable text out (the steps from point to point, five bits a character, as in
 *  Google's encoded polyline). A step of nothing is left out. */
export function packLine(line: Line): string {
  let packed = ''
  const put = (step: number) => {
    for (let left = step < 0 ? -2 * step - 1 : 2 * step; ; left >>= 5) {
      packed += String.fromCharCode((left > 31 ? (left & 31) | 32 : left) + 63)
      if (left <= 31) return
    }
  }
  let [x, y] = [0, 0]
  for (const [lon, lat] of line) {
    const [toX, toY] = [Math.round(lon * perDegree), Math.round(lat * perDegree)]
    if (packed !== '' && toX === x && toY === y) continue
    put(toX - x)
    put(toY - y)
    ;[x, y] = [toX, toY]
  }
  return packed
}

/** What `packLine` made in; its points out. */
export function unpackLine(packed: string): [number, number][] {
  let at = 0
  const take = () => {
    let step = 0
    for (let shift = 0; ; shift += 5) {
      const bits = packed.charCodeAt(at++) - 63
      step |= (bits & 31) << shift
      if (bits < 32 || at >= packed.length) return step % 2 === 1 ? -(step + 1) / 2 : step / 2
    }
  }
  const line: [number, number][] = []
  let [x, y] = [0, 0]
  while (at < packed.length) {
    x += take()
    y += take()
    line.push([x / perDegree, y / perDegree])
  }
  return line
}
