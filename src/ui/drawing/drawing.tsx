import type { Child } from 'hono/jsx'
import { Street } from './street'

const Frame = ({ children }: { children?: Child }) => (
  <svg class="drawing" viewBox="0 0 240 160" width="240" height="160" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    {children}
  </svg>
)

const Room = () => (
  <Frame>
    <path class="d-wall" d="M0 0h240v118H0z" />
    <path class="d-shade" d="M0 118h240v42H0z" />
    <rect class="d-frame" x="30" y="20" width="66" height="62" rx="2" />
    <rect class="d-window" x="34" y="24" width="58" height="54" />
    <path class="d-leaf" d="M34 78c8-16 20-16 27-6 6-10 22-12 31 0v6z" />
    <path class="d-bar" d="M63 24v54M34 46h58" />
    <path class="d-brick" d="M24 14h12c1 30-2 54-8 76h-8zM90 14h12l4 76h-8c-6-22-9-46-8-76z" />
    <rect class="d-deep" x="128" y="40" width="26" height="32" rx="2" />
    <rect class="d-paper" x="131" y="43" width="20" height="26" />
    <circle class="d-accent" cx="141" cy="54" r="6" />
    <rect class="d-paper" x="116" y="92" width="108" height="34" rx="4" />
    <path class="d-door-brand" d="M146 92h74a4 4 0 0 1 4 4v22h-78z" />
    <rect class="d-tint" x="120" y="84" width="30" height="16" rx="6" />
    <path class="d-trunk" d="M112 74h6v62h-6zM220 100h6v36h-6zM16 104h74v6H16zM22 110h5v34h-5zM79 110h5v34h-5z" />
    <path class="d-line" d="M70 104V84l-12-10" />
    <path class="d-accent" d="m50 70 14-6 4 12-11 2z" />
    <rect class="d-deep" x="28" y="92" width="6" height="12" />
    <rect class="d-door-brand" x="34" y="88" width="6" height="16" />
    <rect class="d-leaf" x="40" y="94" width="7" height="10" />
  </Frame>
)

const Letterbox = () => (
  <Frame>
    <circle class="d-sky" cx="120" cy="82" r="74" />
    <rect class="d-door-brand" x="76" y="16" width="88" height="144" rx="4" />
    <rect class="d-rim" x="84" y="24" width="72" height="44" rx="3" />
    <rect class="d-rim" x="84" y="104" width="72" height="48" rx="3" />
    <rect class="d-accent" x="90" y="78" width="60" height="16" rx="3" />
    <rect class="d-night" x="96" y="84" width="48" height="4" rx="2" />
    <circle class="d-accent" cx="153" cy="98" r="4" />
    <path class="d-step" d="M64 154h112v6H64z" />
    <path class="d-leaf" d="M184 154c-14-20-10-44 0-54 10 10 14 34 0 54z" />
    <path class="d-brick" d="M174 140h22l-3 20h-16z" />
  </Frame>
)

const Search = () => (
  <Frame>
    <circle class="d-sky" cx="120" cy="80" r="74" />
    <path class="d-brick" d="M62 150V84h8V74h8V64h8V54h12v10h8v10h8v10h8v66z" />
    <path class="d-paper" d="M122 150V92l26-24 26 24v58z" />
    <path class="d-window" d="M74 92h14v20H74zm22 0h14v20H96zM132 100h12v18h-12zm20 0h12v18h-12z" />
    <path class="d-door-brand" d="M84 122h16v28H84z" />
    <path class="d-door-leaf" d="M140 126h16v24h-16z" />
    <circle class="d-glass" cx="148" cy="78" r="34" />
    <path class="d-handle" d="m173 103 26 28" />
    <path class="d-line" d="M40 150h160" />
  </Frame>
)

const Keys = () => (
  <Frame>
    <circle class="d-sky" cx="120" cy="80" r="74" />
    <circle class="d-ring" cx="112" cy="50" r="22" />
    <path class="d-keyshape" d="M104 70 82 134l6 8 8-4-1-6 6-2-1-6 6-2 12-44" />
    <path class="d-keyshape d-key-two" d="m122 70 20 66 10 4 5-7-4-5 4-5-5-4 3-6-17-48" />
    <rect class="d-sign" x="142" y="58" width="46" height="30" rx="5" />
    <rect class="d-rim" x="145.5" y="61.5" width="39" height="23" rx="3" />
    <path class="d-line" d="m132 56 12 8" />
  </Frame>
)

const Door = () => (
  <Frame>
    <path class="d-brick" d="M40 0h160v160H40z" />
    <path
      class="d-mortar"
      d="M40 24h160M40 48h160M40 72h160M40 96h160M40 120h160M40 144h160M60 0v24m40-24v24m40-24v24m40-24v24M80 24v24m80-24v24M60 48v24m120-24v24M60 96v24m120-24v24"
    />
    <path class="d-frame" d="M78 160V60a42 42 0 0 1 84 0v100z" />
    <path class="d-door-leaf" d="M86 160V64h68v96z" />
    <path class="d-window" d="M86 58a34 34 0 0 1 68 0z" />
    <rect class="d-rim" x="94" y="74" width="52" height="34" rx="2" />
    <rect class="d-rim" x="94" y="116" width="52" height="36" rx="2" />
    <circle class="d-accent" cx="148" cy="112" r="4" />
    <rect class="d-sign" x="170" y="84" width="22" height="17" rx="3" />
    <path class="d-step" d="M70 154h100v6H70z" />
  </Frame>
)

const drawings = { street: Street, room: Room, letterbox: Letterbox, search: Search, keys: Keys, door: Door } as const
export type DrawingName = keyof typeof drawings
export const drawingNames = Object.keys(drawings).filter((name): name is DrawingName => name in drawings)

/** A picture for where there is nothing to see yet. Decoration: what it says stands beside it in words. */
export const Drawing = ({ name }: { name: DrawingName }) => {
  const Shape = drawings[name]
  return <Shape />
}
