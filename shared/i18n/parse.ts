import { SCALES } from './amount-words.ts'
import type { Language } from './format.ts'

export interface Amount {
  /** Whole, ≥ 0, exact. */
  readonly value: number
  /** The arithmetic as it was typed, so that it can stay visible (`35*150rb*12`); null for a bare number. */
  readonly basis: string | null
}

/** An exact fraction; the denominator is above 0. */
interface Exact {
  readonly over: bigint
  readonly under: bigint
}

type Token = { readonly kind: 'number'; readonly value: Exact; readonly scale: bigint } | { readonly kind: 'sign'; readonly sign: string }

const SIGNS: Readonly<Record<string, string>> = { '×': '*', x: '*', X: '*', '÷': '/', ':': '/', '−': '-' }
const LONGEST = 200
const DIGITS = 30

function reduce(over: bigint, under: bigint): Exact {
  let [a, b] = [over < 0n ? -over : over, under]
  while (b !== 0n) [a, b] = [b, a % b]
  return a === 0n ? { over: 0n, under: 1n } : { over: over / a, under: under / a }
}

const ADD = (a: Exact, b: Exact) => reduce(a.over * b.under + b.over * a.under, a.under * b.under)
const NEGATE = (a: Exact): Exact => ({ over: -a.over, under: a.under })
const MULTIPLY = (a: Exact, b: Exact) => reduce(a.over * b.over, a.under * b.under)

function divide(a: Exact, b: Exact): Exact | undefined {
  if (b.over === 0n) return undefined
  return b.over < 0n ? reduce(-a.over * b.under, a.under * -b.over) : reduce(a.over * b.under, a.under * b.over)
}

function decimal(whole: string, rest: string): Exact {
  return reduce(BigInt(`${whole}${rest}`), 10n ** BigInt(rest.length))
}

/**
 * Digits with separators. In Indonesian `.` parts thousands and `,` is the decimal sign, in English the other way round. The other
 * language's decimal sign is taken only before a word (`1.5 jt`): without one, `150.00` may as well be a mistyped 150.000; and so may `150,000`,
 * which is 150 in Indonesian and a thousand times that in an English spreadsheet. A space parts thousands in both (`1 500 000`).
 */
function readDigits(text: string, language: Language, scaled: boolean): Exact | undefined {
  if (text.length > DIGITS) return undefined
  if (/^\d+$/.test(text)) return decimal(text, '')
  const [own, other] = language === 'id' ? (['.', ','] as const) : ([',', '.'] as const)
  const thousands = new RegExp(`^(\\d{1,3}(?:(?:\\${own}\\d{3})+|(?: \\d{3})+))(?:\\${other}(\\d+))?$`).exec(text)
  if (thousands) return decimal((thousands[1] ?? '').replace(/[., ]/g, ''), thousands[2] ?? '')
  if (!scaled && new RegExp(`^[1-9]\\d{0,2}\\${other}\\d{3}$`).test(text)) return undefined
  const plain = new RegExp(`^(\\d+)\\${other}(\\d+)$`).exec(text) ?? (scaled ? /^(\d+)[.,](\d{1,2})$/.exec(text) : null)
  return plain ? decimal(plain[1] ?? '', plain[2] ?? '') : undefined
}

/**
 * What a number that is not understood may have been meant as, the likelier first: `150.00` in Indonesian 150.000 or 150, `1,500,000`
 * 1.500.000. Empty where nothing comes to mind.
 */
export function perhapsMeant(text: string, language: Language): readonly number[] {
  const digits = text.replace(/[\s\u00A0\u202F]+/g, ' ').trim().replace(/^(?:Rp\.?|IDR)\s*/i, '')
  if (parseAmount(text, language) || digits.length > DIGITS) return []
  const own = language === 'id' ? '.' : ','
  const foreign = language === 'id' ? 'en' : 'id'
  const short = new RegExp(`^(\\d{1,3}(?:\\${own}\\d{3})*)\\${own}(\\d{1,2})$`).exec(digits)
  const padded = short && Number(`${(short[1] ?? '').replace(/[.,]/g, '')}${(short[2] ?? '').padEnd(3, '0')}`)
  const there = parseAmount(digits, foreign)
  const found = new Set<number>()
  if (padded !== null && Number.isSafeInteger(padded)) found.add(padded)
  if (there?.basis === null) found.add(there.value)
  // Three digits after the decimal sign: thousands of the other language, or nothing but noughts.
  const noughts = new RegExp(`^(\\d{1,3})\\${language === 'id' ? ',' : '.'}000$`).exec(digits)?.[1]
  if (noughts !== undefined) found.add(Number(noughts))
  return [...found]
}

/** A number with its scale. The longest word that fits is the one that was written. */
const NUMBER = new RegExp(
  `^(?:Rp\\.?|IDR)?\\s*(\\d{1,3}(?: \\d{3})+(?!\\d)(?:[.,]\\d+)?|\\d(?:[\\d.,]*\\d)?)\\s*(${Object.keys(SCALES).toSorted((a, b) => b.length - a.length).join('|')})?(?![\\p{L}\\d.,])`, 'iu',
)

function tokensOf(text: string, language: Language): readonly Token[] | undefined {
  const tokens: Token[] = []
  let rest = text
  while (rest !== '') {
    const number = NUMBER.exec(rest)
    if (number) {
      const value = readDigits(number[1] ?? '', language, number[2] !== undefined)
      if (!value) return undefined
      tokens.push({ kind: 'number', value, scale: SCALES[(number[2] ?? '').toLowerCase()] ?? 1n })
      rest = rest.slice(number[0].length).trimStart()
      continue
    }
    const sign = SIGNS[rest.charAt(0)] ?? rest.charAt(0)
    if (!'+-*/()'.includes(sign)) return undefined
    tokens.push({ kind: 'sign', sign })
    rest = rest.slice(1).trimStart()
  }
  return tokens
}

/** sum = product (± product)*; product = factor (×÷ factor)*; factor = - factor | ( sum ) | number. */
function evaluate(tokens: readonly Token[]): Exact | undefined {
  let at = 0
  const sign = () => {
    const token = tokens[at]
    return token?.kind === 'sign' ? token.sign : undefined
  }
  /** `2 juta 500 ribu`: a number with a smaller word after it is added. */
  const number = (): Exact | undefined => {
    let total: Exact | undefined
    let before: bigint | undefined
    for (let token = tokens[at]; token?.kind === 'number'; token = tokens[at]) {
      if (before !== undefined && (token.scale >= before || token.scale === 1n)) return undefined
      const part = MULTIPLY(token.value, { over: token.scale, under: 1n })
      total = total ? ADD(total, part) : part
      before = token.scale
      at += 1
    }
    return total
  }
  const factor = (): Exact | undefined => {
    if (sign() === '-') {
      at += 1
      const value = factor()
      return value && NEGATE(value)
    }
    if (sign() !== '(') return number()
    at += 1
    const value = sums()
    if (sign() !== ')') return undefined
    at += 1
    return value
  }
  const products = (): Exact | undefined => {
    let total = factor()
    for (let next = sign(); total && (next === '*' || next === '/'); next = sign()) {
      at += 1
      const value = factor()
      total = value && (next === '*' ? MULTIPLY(total, value) : divide(total, value))
    }
    return total
  }
  const sums = (): Exact | undefined => {
    let total = products()
    for (let next = sign(); total && (next === '+' || next === '-'); next = sign()) {
      at += 1
      const value = products()
      total = value && ADD(total, next === '+' ? value : NEGATE(value))
    }
    return total
  }
  const value = sums()
  return at === tokens.length ? value : undefined
}

/**
 * An amount (rupiah or a count) as people type it: `1.500.000`, `1 500 000`, `Rp 1.500.000,00`, `1,5 jt`, `150rb`, `1,5 M` (miliar), `35*150rb*12`,
 * `=2*(3+4)`, and the `–` that tables show for zero. Reckoned exactly; `undefined` for an empty text, for what cannot be understood, and
 * for what is not whole, below zero or beyond the exact range: never a guess, never zero instead.
 */
export function parseAmount(text: string, language: Language): Amount | undefined {
  const typed = oneLine(text)
  if (/^(?:(?:Rp\.?|IDR)\s*)?[-–—]$/i.test(typed)) return { value: 0, basis: null }
  const found = reckon(typed, language)
  if (!found || unfit(found.result)) return undefined
  return { value: Number(found.result.over), basis: found.arithmetic ? found.body : null }
}

/** Why a number that can be read is none that can be taken. */
export type Unfit = 'negative' | 'not_whole' | 'too_large'

/** What is wrong with a number that `parseAmount` does not take although it can be read; `undefined` where it cannot be read, or is taken. */
export function unfitAmount(text: string, language: Language): Unfit | undefined {
  const found = reckon(oneLine(text).replace(/^(Rp\.?|IDR)?\s*[–—]\s*(?=\d)/i, '$1-'), language)
  return found && unfit(found.result)
}

function unfit({ over, under }: Exact): Unfit | undefined {
  if (over < 0n) return 'negative'
  if (under !== 1n) return 'not_whole'
  return over > BigInt(Number.MAX_SAFE_INTEGER) ? 'too_large' : undefined
}

function oneLine(text: string): string {
  return text.replace(/[\s\u00A0\u202F]+/g, ' ').trim()
}

/** A number alone in brackets, as bookkeeping writes what is below zero. */
const BOOKKEEPING = /^(?:Rp\.?|IDR)?\s*\(([^()*/+]*\d[^()*/+]*)\)$/i

/** What says no more than that it is rupiah: `1.500.000,-` of receipts, `1,5 jt.`, `1.500.000 rupiah`. */
const AFTER = /(?:(?<=\d)[.,][-–]{1,2}|(?<=\p{L})\.|(?<=[\p{L}\d])\s*(?:rupiah|rp|idr)\.?)$/iu

/** What a text comes to, whether or not that is an amount. */
function reckon(typed: string, language: Language): { readonly result: Exact; readonly body: string; readonly arithmetic: boolean } | undefined {
  if (typed === '' || typed.length > LONGEST) return undefined
  const plain = typed.replace(AFTER, '')
  const below = BOOKKEEPING.exec(plain)?.[1]
  const body = (below === undefined ? plain.replace(/^=/, '') : `-${below}`).replace(/^(?:Rp\.?|IDR)\s*-/i, '-').trim()
  const tokens = tokensOf(body, language)
  const result = tokens && evaluate(tokens)
  return tokens && result ? { result, body, arithmetic: tokens.some((token) => token.kind === 'sign') } : undefined
}
