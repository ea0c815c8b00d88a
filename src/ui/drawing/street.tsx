type House = {
  width: number
  height: number
  wall: 'brick' | 'wall' | 'pale' | 'deep'
  gable: 'step' | 'point' | 'flat' | 'bell'
  door: 'brand' | 'accent' | 'leaf' | 'deep'
  columns: 2 | 3
}

const ground = 250

const houses: House[] = [
  { width: 92, height: 150, wall: 'brick', gable: 'step', door: 'brand', columns: 2 },
  { width: 78, height: 118, wall: 'pale', gable: 'flat', door: 'leaf', columns: 2 },
  { width: 110, height: 138, wall: 'wall', gable: 'point', door: 'deep', columns: 3 },
  { width: 84, height: 160, wall: 'deep', gable: 'flat', door: 'accent', columns: 2 },
  { width: 96, height: 124, wall: 'brick', gable: 'bell', door: 'leaf', columns: 2 },
  { width: 112, height: 146, wall: 'pale', gable: 'step', door: 'brand', columns: 3 },
  { width: 74, height: 112, wall: 'wall', gable: 'point', door: 'brand', columns: 2 },
  { width: 104, height: 154, wall: 'brick', gable: 'flat', door: 'accent', columns: 3 },
  { width: 88, height: 132, wall: 'pale', gable: 'bell', door: 'deep', columns: 2 },
  { width: 94, height: 156, wall: 'deep', gable: 'step', door: 'leaf', columns: 2 },
  { width: 80, height: 116, wall: 'wall', gable: 'flat', door: 'brand', columns: 2 },
  { width: 108, height: 140, wall: 'pale', gable: 'point', door: 'accent', columns: 3 },
]

/** The outline of a wall with its gable, from the left foot round to the right foot. */
const outline = ({ width: w, height: h, gable }: House, x: number) => {
  const top = ground - h
  const half = w / 2
  if (gable === 'point') return `M${x} ${ground}V${top}l${half} -44l${half} 44V${ground}z`
  if (gable === 'step') {
    const s = w / 9
    return `M${x} ${ground}V${top}h${s}v-13h${s}v-13h${s}v-13h${s}v-11h${s}v11h${s}v13h${s}v13h${s}v13h${s}V${ground}z`
  }
  if (gable === 'bell') {
    return `M${x} ${ground}V${top}c${w * 0.22} 0 ${w * 0.16} -34 ${w * 0.32} -40h${w * 0.36}c${w * 0.16} 6 ${w * 0.1} 40 ${w * 0.32} 40V${ground}z`
  }
  return `M${x} ${ground}V${top}h${w}V${ground}z`
}

const windowsOf = (house: House, x: number) => {
  const step = house.width / house.columns
  const floors = Math.floor((house.height - 62) / 42)
  return Array.from({ length: floors * house.columns }, (_, index) => ({
    x: x + step * ((index % house.columns) + 0.5) - 9,
    y: ground - house.height + 14 + Math.floor(index / house.columns) * 42,
    lit: (index * 5 + Math.round(x)) % 3 !== 0,
  }))
}

const HouseShape = ({ house, x }: { house: House; x: number }) => {
  const doorX = x + house.width / house.columns / 2 - 11
  const shopX = x + house.width - house.width / house.columns / 2 - 12
  return (
    <g>
      <path class={`d-${house.wall}`} d={outline(house, x)} />
      {house.gable === 'flat' && (
        <path class="d-trim" d={`M${x - 2} ${ground - house.height - 6}h${house.width + 4}v8h-${house.width + 4}z`} />
      )}
      {windowsOf(house, x).map((pane) => (
        <>
          <rect class="d-frame" x={pane.x - 2} y={pane.y - 2} width="22" height="32" rx="1" />
          <rect class={pane.lit ? 'd-window' : 'd-window-dark'} x={pane.x} y={pane.y} width="18" height="28" />
          <path class="d-bar" d={`M${pane.x} ${pane.y + 10}h18M${pane.x + 9} ${pane.y + 10}v18`} />
        </>
      ))}
      <rect class="d-frame" x={doorX - 2} y={ground - 50} width="26" height="50" rx="1" />
      <rect class={`d-door-${house.door}`} x={doorX} y={ground - 38} width="22" height="38" />
      <rect class="d-window" x={doorX} y={ground - 48} width="22" height="8" />
      <circle class="d-knob" cx={doorX + 18} cy={ground - 18} r="1.6" />
      <rect class="d-sign" x={doorX + 27} y={ground - 38} width="9" height="7" rx="1" />
      <rect class="d-frame" x={shopX - 2} y={ground - 44} width="28" height="32" rx="1" />
      <rect class="d-window" x={shopX} y={ground - 42} width="24" height="28" />
      <path class="d-bar" d={`M${shopX + 12} ${ground - 42}v28`} />
      <path class="d-step" d={`M${doorX - 4} ${ground - 3}h30v3h-30z`} />
    </g>
  )
}

const placed = houses.map((house, index) => ({
  house,
  x: houses.slice(0, index).reduce((sum, { width }) => sum + width, 0),
}))
const tree = (x: number, r: number) => (
  <g>
    <path class="d-trunk" d={`M${x - 2} ${ground}v-40h4v40z`} />
    <circle class="d-leaf" cx={x} cy={ground - 46 - r / 2} r={r} />
  </g>
)

/** A street of row houses under their gables, going on to both sides as far as the screen does: at night the windows are lit. */
export const Street = () => (
  <div class="street">
    <svg class="street-drawing" viewBox="0 0 1120 256" width="1120" height="256" aria-hidden="true">
      <g id="street">
        {placed.map(({ house, x }) => (
          <HouseShape house={house} x={x} />
        ))}
        {tree(276, 17)}
        {tree(560, 21)}
        {tree(838, 18)}
        <path class="d-line" d={`M0 ${ground + 0.5}h1120`} />
      </g>
      <use href="#street" x="-1120" />
      <use href="#street" x="1120" />
    </svg>
  </div>
)
