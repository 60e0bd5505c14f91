import { nomenclature, normaliseSubKegiatan, subKegiatan } from '#shared/catalogue/sub-kegiatan.ts'
import { type Rupiah, sum } from './money.ts'

/** An activity that stands in the regency's RKPD: its own, or a kelurahan's. */
export interface RkpdActivity {
  readonly name: string
  /** Kelurahan that it is of; null = the regency's own. */
  readonly village: string | null
  readonly regencyCode: string | null
  readonly indicator: string
  readonly target: number | null
  /** Regency money only: village and partner money never enters the RKPD. */
  readonly amount: Rupiah
}

/** What the regency's documents say: programmes of its RPJMD (`1.02.02`), and ceilings of its OPD. Empty = not typed yet. */
export interface RkpdLists {
  readonly programmes: readonly string[]
  /** What the RPJMD calls its programmes, by code, where it was given. */
  readonly names?: Readonly<Record<string, string>>
  readonly ceilings: readonly { readonly opd: string; readonly amount: Rupiah }[]
}

export type RkpdNote =
  | { readonly code: 'no_code' | 'old_code' | 'unknown_code' | 'no_indicator' | 'no_target' | 'not_in_rpjmd'; readonly activity: string; readonly village: string | null; readonly words: string }
  | { readonly code: 'programme_empty'; readonly words: string }
  | { readonly code: 'over_ceiling'; readonly words: string; readonly amount: Rupiah; readonly ceiling: Rupiah }

/** `1.02.02.2.02.15`: sub kegiatan had two digits before Kepmendagri 900.1.15.5-1317/2023 (domain §3.2). */
const OLD = /^\d\.\d{2}\.\d{2}\.\d\.\d{2}\.\d{2}$/

/** Programme of a sub kegiatan: its first three parts. */
export function programmeOf(code: string): string {
  return code.split('.').slice(0, 3).join('.')
}

function notesOf(activity: RkpdActivity, programmes: ReadonlySet<string>): RkpdNote[] {
  const { name, village, regencyCode: code } = activity
  const note = (what: Exclude<RkpdNote['code'], 'programme_empty' | 'over_ceiling'>, words = ''): RkpdNote => ({ code: what, activity: name, village, words })
  if (code === null || code === '') return [note('no_code')]
  const known = subKegiatan(code)
  return [
    ...(OLD.test(code) ? [note('old_code', `${code} → ${normaliseSubKegiatan(code) ?? '?'}`)] : known === undefined ? [note('unknown_code', code)] : []),
    ...(activity.indicator.trim() === '' && (known?.indicator ?? null) === null ? [note('no_indicator', code)] : []),
    ...(activity.target === null ? [note('no_target', code)] : []),
    ...(programmes.size > 0 && !programmes.has(programmeOf(code)) ? [note('not_in_rpjmd', programmeOf(code))] : []),
  ]
}

/** Regency money per OPD by the usual owner of each sub kegiatan (unverified); '' where none is known. */
export function moneyByOpd(activities: readonly RkpdActivity[]): ReadonlyMap<string, Rupiah> {
  return new Map([...Map.groupBy(activities, ({ regencyCode }) => subKegiatan(regencyCode ?? '')?.opd ?? '')].map(([opd, group]) => [opd, sum(group.map(({ amount }) => amount))]))
}

/**
 * What does not agree before the table goes into SIPD: activities without a code, with an old or unknown one, without indicator or target; programmes of
 * the RPJMD that no activity serves and the reverse; OPD whose money passes their ceiling. What is about the whole comes first. Lists that were not typed are not judged.
 */
export function rkpdNotes(activities: readonly RkpdActivity[], { programmes, names = {}, ceilings }: RkpdLists): RkpdNote[] {
  const listed = new Set(programmes)
  const served = new Set(activities.flatMap(({ regencyCode }) => (regencyCode === null ? [] : [programmeOf(regencyCode)])))
  const money = moneyByOpd(activities)
  return [
    ...programmes.filter((programme) => !served.has(programme)).map((code): RkpdNote => ({ code: 'programme_empty', words: `${code} ${names[code] ?? nomenclature(code)[2]?.name ?? ''}`.trim() })),
    ...ceilings.flatMap(({ opd, amount: ceiling }): RkpdNote[] => {
      const amount = money.get(opd) ?? 0
      return amount > ceiling ? [{ code: 'over_ceiling', words: opd, amount, ceiling }] : []
    }),
    ...activities.flatMap((activity) => notesOf(activity, listed)),
  ]
}
