/** Our own pictograms on a grid of 24: strokes only, so that they take the colour and weight of the text beside them. */
const shapes = {
  arrowLeft: 'M20 12H5m6-7-7 7 7 7',
  arrowRight: 'M4 12h15m-6-7 7 7-7 7',
  bath: 'M3 12h18v2a5 5 0 0 1-5 5H8a5 5 0 0 1-5-5zM6 12V6a2 2 0 0 1 4 0M7 19l-1 2m11-2 1 2',
  bed: 'M3 19v-7a2 2 0 0 1 2-2h14a2 2 0 0 1 2 2v7M3 16h18M6 10V7a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v3',
  bike: 'M6 17.5a3.5 3.5 0 1 0-.01 0zM18 17.5a3.5 3.5 0 1 0-.01 0zM6 14l3-6h6l3 6m-6 0L9 8m3 6 3-6m-7-2h2.5M14 5h2l1 3',
  bolt: 'M13 3 5 14h6l-1 7 8-11h-6z',
  calendar: 'M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v11a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM4 10h16M8 3v4m8-4v4',
  camera:
    'M4 8h3l2-3h6l2 3h3a1 1 0 0 1 1 1v9a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V9a1 1 0 0 1 1-1zm8 8.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7z',
  check: 'm5 12.5 4.5 4.5L19 7',
  clock: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7v5l3.5 2',
  close: 'm6 6 12 12M18 6 6 18',
  danger: 'M8.5 3.5h7l5 5v7l-5 5h-7l-5-5v-7zM12 8v5m0 3v.01',
  document: 'M6 3h8l4 4v14H6zm8 0v4h4M9 12h6m-6 4h6',
  down: 'm6 9 6 6 6-6',
  edit: 'm4 20 1-4L16 5l3 3L8 19zM13.5 7.5l3 3',
  euro: 'M18 6.5A7 7 0 0 0 7.2 9m0 6A7 7 0 0 0 18 17.5M4 10.5h9m-9 3h8',
  external: 'M10 5H5v14h14v-5M14 4h6v6m0-6-9 9',
  filter: 'M4 7h10m4 0h2M4 17h2m4 0h10M16 5v4M8 15v4',
  flag: 'M6 21V4h11l-2 4 2 4H6',
  heart: 'M12 20 4.6 12.6a4.7 4.7 0 0 1 6.7-6.7l.7.8.7-.8a4.7 4.7 0 0 1 6.7 6.7z',
  home: 'm4 11 8-7 8 7v9H4zm6 9v-6h4v6',
  info: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 11v5m0-8v.01',
  key: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zm3.5-6H21v3m-4-3v4',
  kitchen: 'M4 11h16v6a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3zM2 13h2m16 0h2M9 8c0-2 2-1.5 2-4m3 4c0-2 2-1.5 2-4',
  language: 'M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM3.5 12h17M12 3.500c-5 5-5 12 0 17m0-17c5 5 5 12 0 17',
  lock: 'M5 11h14v9H5zm3 0V8a4 4 0 0 1 8 0v3',
  mail: 'M3 6h18v12H3zm0 1 9 6.500L21 7',
  menu: 'M4 7h16M4 12h16M4 17h16',
  message: 'M4 5h16v11H11l-5 4v-4H4z',
  minus: 'M5 12h14',
  phone: 'M6 3h4l1.5 5L9 9.500a12 12 0 0 0 5.5 5.500L16 12.500l5 1.500v4a3 3 0 0 1-3 3A15 15 0 0 1 3 6a3 3 0 0 1 3-3z',
  pin: 'M12 21c-4.5-5-7-8-7-11a7 7 0 0 1 14 0c0 3-2.5 6-7 11zm0-8.500a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5z',
  plus: 'M12 5v14M5 12h14',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13zm5-1.500L21 21',
  size: 'M4 4h16v16H4zm4 8V8h4m4 4v4h-4',
  sofa: 'M5 11V8a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v3M3 12.500a1.5 1.5 0 0 1 3 0V15h12v-2.500a1.5 1.5 0 0 1 3 0V19H3z',
  star: 'm12 4 2.5 5.3 5.5.8-4 4 1 5.9-5-2.800L7 20l1-5.9-4-4 5.5-.8z',
  success: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM8 12.500l3 3 5-6',
  trash: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13m-8 4v5m4-5v5',
  up: 'm6 15 6-6 6 6',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c.5-4.5 3.5-6.5 8-6.500s7.5 2 8 6.5',
  walk: 'M13 5.500a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3zM8 12l2-4 3-.5 2 3 3 1M11.5 12l2.5 3.5 1 5.500m-4.5-7L9.5 17 7 21M13 7.5 11.5 12',
  warning: 'M12 4 2.5 20h19zM12 10v4.500m0 2.500v.01',
  wifi: 'M3 9.500a13 13 0 0 1 18 0M6 13a8.5 8.5 0 0 1 12 0m-9 3.500a4.2 4.2 0 0 1 6 0M12 20v.01',
} as const

export type IconName = keyof typeof shapes
export const iconNames = Object.keys(shapes).filter((name): name is IconName => name in shapes)

/** Always decoration: the words that stand beside it carry the meaning. */
export const Icon = ({ name, filled }: { name: IconName; filled?: boolean }) => (
  <svg
    class={filled ? 'icon icon-filled' : 'icon'}
    viewBox="0 0 24 24"
    width="24"
    height="24"
    aria-hidden="true"
    focusable="false"
  >
    <path d={shapes[name]} />
  </svg>
)
