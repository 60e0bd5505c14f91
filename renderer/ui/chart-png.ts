import { brokenLines } from '#shared/sheets/text-width.ts'

/** Pixels around the chart, and how wide a picture is at least. */
const EDGE = 20
const LEAST_WIDTH = 1400
/** Pixels of the letters of the title, at least; over larger letters somewhat smaller than those. */
const TITLE = 15
const OF_LARGER = 0.85
/** Of the letters of the title: those of the source. */
const SOURCE = 0.74
/** The window's letters are wider than those that lines are reckoned with, and bold. */
const WIDER = 0.9

interface Words {
  readonly title: string
  /** Where the figures come from. */
  readonly source: string
}

/** What is worked with on the screen, and says nothing in a picture. */
const WORKED = 'button, select, input, progress, label:has(select, input), .hidden'

/** The window's own font as a rule that needs no network; nothing where it cannot be had, then the system's is used. */
async function fontRule(): Promise<string> {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSFontFaceRule) || !rule.style.getPropertyValue('unicode-range').includes('U+0-FF') && !rule.style.getPropertyValue('unicode-range').includes('U+0000-00FF')) continue
      const url = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue('src'))?.[1]
      if (url === undefined) continue
      const answer = await fetch(new URL(url, sheet.href ?? location.href)).catch(() => undefined)
      if (!answer?.ok) continue
      const bytes = new Uint8Array(await answer.arrayBuffer())
      let text = ''
      for (const byte of bytes) text += String.fromCodePoint(byte)
      return `@font-face{font-family:${rule.style.getPropertyValue('font-family')};src:url(data:font/woff2;base64,${btoa(text)}) format("woff2");font-weight:100 900}`
    }
  }
  return ''
}

/** A copy that carries its looks with it: what rules of the page gave it stands in its own attribute. */
function withLooks(element: Element): Element {
  const copy = element.cloneNode(false) as Element
  const looks = getComputedStyle(element)
  let style = ''
  for (const name of looks) style += `${name}:${looks.getPropertyValue(name)};`
  // Not as an attribute: the page's policy lets no attribute style anything, and says so for each.
  if (copy instanceof HTMLElement || copy instanceof SVGElement) copy.style.cssText = `${style}animation:none;transition:none`
  for (const child of element.childNodes) if (!(child instanceof Element)) copy.append(child.cloneNode()); else if (!child.matches(WORKED)) copy.append(withLooks(child))
  return copy
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Looks are taken as on paper, in the light theme, within one task: the screen shows nothing of it. */
function inLight<T>(work: () => T): T {
  const { dataset } = document.documentElement
  const before = dataset['theme']
  dataset['theme'] = 'light'
  try {
    return work()
  } finally {
    if (before === undefined) delete dataset['theme']
    else dataset['theme'] = before
  }
}

/** A chart as it stands on the screen, as a PNG on paper white with its title over it and the source of its figures under it. */
export async function chartPng(parts: readonly Element[], { title, source }: Words): Promise<Blob> {
  const font = fontRule()
  const box = parts.map((part) => part.getBoundingClientRect())
  const width = Math.max(...box.map((one) => one.width))
  const height = Math.max(...box.map(({ bottom }) => bottom)) - Math.min(...box.map(({ top }) => top))
  const size = Math.max(TITLE, ...parts.map((part) => Number.parseFloat(getComputedStyle(part).fontSize) * OF_LARGER))
  const [lines, under] = [brokenLines(title, width * WIDER, size, true), brokenLines(source, width * WIDER, size * SOURCE, false)]
  const [head, foot] = [size * (1.8 + 1.25 * lines.length), size * (1.25 + under.length)]
  const { copies, paper, ink, soft, family } = inLight(() => {
    const root = getComputedStyle(document.documentElement)
    return {
      copies: parts.map(withLooks), paper: root.getPropertyValue('--print-paper'), ink: root.getPropertyValue('--ink'), soft: root.getPropertyValue('--ink-soft'), family: root.getPropertyValue('--font').replaceAll('"', "'"),
    }
  })
  const holder = document.createElementNS('http://www.w3.org/1999/xhtml', 'div')
  holder.append(...copies)
  const [wide, tall] = [width + 2 * EDGE, head + height + foot]
  const face = await font
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${wide}" height="${tall}" viewBox="0 0 ${wide} ${tall}"><style>${face}</style><rect width="100%" height="100%" fill="${paper}"/>`,
    ...lines.map((line, index) => `<text x="${EDGE}" y="${size * (1.95 + 1.25 * index)}" font-family="${family}" font-size="${size}" font-weight="600" fill="${ink}">${escape(line)}</text>`),
    `<foreignObject x="${EDGE}" y="${head}" width="${width}" height="${height}">${new XMLSerializer().serializeToString(holder)}</foreignObject>`,
    ...under.map((line, index) => `<text x="${EDGE}" y="${tall - size * (under.length - index - 0.2)}" font-family="${family}" font-size="${size * SOURCE}" fill="${soft}">${escape(line)}</text>`), '</svg>',
  ].join('')
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const sharp = Math.max(2, LEAST_WIDTH / wide)
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(wide * sharp)
  canvas.height = Math.round(tall * sharp)
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'))
}
