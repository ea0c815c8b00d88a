/** Which of the six tones goes with a text: the same text always gets the same. */
const tone = (seed: string) => ([...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 997, 7) % 6) + 1

/** A face or, without one, the first letter of the name. Decoration: the name stands beside it. */
export const Avatar = ({ name, seed = name, src }: { name: string; seed?: string; src?: string }) =>
  src ? (
    <img class="avatar" src={src} alt="" width={40} height={40} loading="lazy" />
  ) : (
    <span class={`avatar avatar-${tone(seed)}`} aria-hidden="true">
      {([...name.trim()][0] ?? '·').toLocaleUpperCase()}
    </span>
  )
