/** A budget year that Rembuk plans for, or `undefined`. */
export function parseYear(text: string): number | undefined {
  const year = /^\s*\d{4}\s*$/.test(text) ? Number(text) : Number.NaN
  return year >= 2024 && year <= 2040 ? year : undefined
}
