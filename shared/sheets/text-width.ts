/** Advance widths of Arial and of Arial Bold (and the metric twins Liberation Sans, Helvetica) in thousandths of the size, for the characters 32–126. */
const WIDTHS = [
  278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778,
  722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222,
  500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
] as const
const BOLD_WIDTHS = [
  278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556,
  556, 333, 333, 584, 584, 584, 611, 975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778, 667, 778,
  722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556, 333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278,
  556, 278, 889, 611, 611, 611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
] as const
const OTHER = 620
/** Programs round widths to pixels and hint glyphs differently: reckon a little too wide rather than cut a word. */
const SLACK = 1.04
/** The widest character, with slack. */
const WIDEST = 1.06

/** Printed width in points of a line of text. */
export function textWidth(line: string, size: number, bold: boolean): number {
  const widths = bold ? BOLD_WIDTHS : WIDTHS
  let width = 0
  for (const character of line) width += widths[(character.codePointAt(0) ?? 0) - 32] ?? (character === '…' ? 1000 : OTHER)
  return (width / 1000) * size * SLACK
}

/** Lines that a text takes in a cell of a width (points), broken at spaces, and inside a word only where it is wider than the cell. */
export function wrappedLines(content: string, width: number, size: number, bold: boolean): number {
  // Most cells hold a few characters: no need to measure what fits even if every character were the widest.
  if (content.length * size * WIDEST <= width && !content.includes('\n')) return 1
  let lines = 0
  for (const paragraph of content.split('\n')) {
    let used = 0
    lines += 1
    for (const word of paragraph.split(' ')) {
      const needed = textWidth(word, size, bold)
      const spaced = used === 0 ? needed : used + textWidth(` ${word}`, size, bold)
      if (spaced <= width) used = spaced
      else {
        const extra = Math.max(1, Math.ceil(needed / width))
        lines += used === 0 ? extra - 1 : extra
        used = needed - (extra - 1) * width
      }
    }
  }
  return lines
}

/** A text as the lines that it takes in a width (points), broken at its spaces and line ends. */
export function brokenLines(content: string, width: number, size: number, bold: boolean): string[] {
  return content.split('\n').flatMap((paragraph) => {
    const lines: string[] = []
    for (const word of paragraph.split(' ')) {
      const last = lines.at(-1)
      if (last !== undefined && textWidth(`${last} ${word}`, size, bold) <= width) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines
  })
}
