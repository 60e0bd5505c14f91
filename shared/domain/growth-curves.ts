import { LAST_DAY, type Sex, STANDING_FROM, statureAt, weightAtAge, weightAtStature } from './growth.ts'

const CURVE_Z = [-3, -2, -1, 0, 1, 2, 3] as const

export interface Curve {
  readonly z: number
  readonly points: readonly { readonly x: number; readonly y: number }[]
}

/** Lines of the standards for one sex: `x` days of age (wfh: centimetres), `y` centimetres (hfa) or kilograms, each to 2 decimals. */
export interface Curves {
  readonly hfa: readonly Curve[]
  readonly wfa: readonly Curve[]
  readonly wfh: readonly Curve[]
}

/** Points of one line; more would not be seen. */
const STEPS = 60

const twoDecimals = (value: number): number => Math.round(value * 100) / 100

function line(z: number, places: readonly number[], at: (x: number) => number | undefined): Curve {
  return { z, points: places.flatMap((x) => { const y = at(x); return y === undefined ? [] : [{ x, y: twoDecimals(y) }] }) }
}

/** Whole days (or tenths of a centimetre) from one end to the other, ends included. */
function spread(from: number, to: number, unit: number): number[] {
  const steps = Math.max(1, Math.round((to - from) / unit))
  const stride = Math.max(1, Math.ceil(steps / STEPS))
  const places: number[] = []
  for (let step = 0; step < steps; step += stride) places.push(from + step * unit)
  return [...places, to].map((place) => Math.round(place * 10) / 10)
}

/**
 * The lines −3 … +3 of a sex for ages `fromDays`–`toDays`, and of weight for length (where `standing` is false) or height for
 * `fromCm`–`toCm`, both kept inside the tables. On day 731 the line of height for age steps down by 0.7 cm: from then on children
 * are measured standing (domain §6.3).
 */
export function curvesFor(sex: Sex, age: { readonly fromDays: number; readonly toDays: number }, stature: { readonly fromCm: number; readonly toCm: number; readonly standing: boolean }): Curves {
  const [fromDays, toDays] = [Math.max(0, age.fromDays), Math.min(LAST_DAY, age.toDays)]
  const days = spread(fromDays, toDays, 1)
  const step = fromDays < STANDING_FROM && toDays >= STANDING_FROM ? [STANDING_FROM - 1, STANDING_FROM] : []
  const ages = [...new Set([...days, ...step])].toSorted((a, b) => a - b)
  const [low, high] = stature.standing ? [65, 120] : [45, 110]
  const heights = spread(Math.max(low, stature.fromCm), Math.min(high, stature.toCm), 0.1)
  const day = stature.standing ? STANDING_FROM : 0
  return {
    hfa: CURVE_Z.map((z) => line(z, ages, (x) => statureAt(sex, x, z))),
    wfa: CURVE_Z.map((z) => line(z, ages, (x) => weightAtAge(sex, x, z))),
    wfh: CURVE_Z.map((z) => line(z, heights, (cm) => weightAtStature(sex, day, { cm, posture: null }, z))),
  }
}
