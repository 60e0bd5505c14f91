import { type Cell, valueText } from './cell.ts'

/**
 * `absent`: nothing there. `dummy`: one digit repeated, a counting row, or an empty serial. `length`: not 16 digits (17 is the mother's
 * NIK and one more digit, as some applications make up for a newborn: it does not tell siblings apart).
 * `rounded`: Excel kept only 15 digits, the last one is lost.
 */
export type NikProblem = 'absent' | 'dummy' | 'length' | 'rounded'

export interface NikReading {
  /** 16 digits; null: no usable NIK. */
  readonly nik: string | null
  readonly problem: NikProblem | null
}

const none = (problem: NikProblem): NikReading => ({ nik: null, problem })
const DUMMY = /^(\d)\1+$|^1234567890123456|0{8}$|9{8}$|^0/

/**
 * NIK of a cell. Text may hold spaces, dots, dashes, an apostrophe. A number is trusted only where a number holds every digit:
 * Excel keeps 15 digits and writes 0 for the 16th, so a number that ends in 0 (or is shown as 3,505E+15, or is 2^53 or more) is
 * `rounded` and says nothing certain about who the child is.
 */
export function readNik(cell: Cell): NikReading {
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell)) return none('length')
    const digits = cell >= 1e21 ? '' : BigInt(cell).toString()
    if (digits.length === 16) {
      if (DUMMY.test(digits)) return none('dummy')
      return cell % 10 === 0 || !Number.isSafeInteger(cell) ? none('rounded') : { nik: digits, problem: null }
    }
    return none(cell === 0 ? 'absent' : 'length')
  }
  const text = valueText(cell)
  if (text === '') return none('absent')
  if (/^\d+([.,]\d+)?e\+?1[56]$/i.test(text)) return none('rounded')
  const digits = text.replace(/[.,]0+$/, '').replace(/[\s.\-'’`"/]/g, '')
  if (/^0*$/.test(digits)) return none(digits.length >= 16 ? 'dummy' : 'absent')
  if (!/^\d{16}$/.test(digits)) return none('length')
  return DUMMY.test(digits) ? none('dummy') : { nik: digits, problem: null }
}
