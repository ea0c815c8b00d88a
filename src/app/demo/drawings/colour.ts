const channels = (hex: string) => [1, 3, 5].map((start) => Number.parseInt(hex.slice(start, start + 2), 16))

const hex = (values: number[]) =>
  `#${values
    .map((value) =>
      Math.round(Math.min(255, Math.max(0, value)))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`

/** Two colours as #rrggbb and how much of the second (0 to 1). */
export const mix = (from: string, to: string, share: number): string => {
  const other = channels(to)
  return hex(channels(from).map((value, index) => value + ((other[index] ?? value) - value) * share))
}

export const lighter = (colour: string, share: number): string => mix(colour, '#fffaf0', share)
export const darker = (colour: string, share: number): string => mix(colour, '#2a2233', share)

export const luminous = (colour: string): boolean => channels(colour).reduce((sum, value) => sum + value, 0) > 560
