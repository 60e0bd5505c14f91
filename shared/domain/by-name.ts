import type { CountKey } from './caseload.ts'
import type { Gain, GrowthIndex, Label } from './child-status.ts'

/** A row of a data file as people find it: the sheet's name and the row number that the spreadsheet shows. */
export interface RowPlace {
  readonly sheet: string
  readonly row: number
}

/** One usable row of a by-name file, read but not yet counted. Dates are ISO; z-scores hundredths; lengths millimetres. */
export interface ByNameRow {
  readonly place: RowPlace
  /** 16 digits; null where there is no usable NIK. */
  readonly nik: string | null
  readonly name: string
  readonly sex: 'L' | 'P'
  readonly bornOn: string
  readonly parent: string
  /** Names as in the file: free text. */
  readonly village: string
  readonly district: string
  readonly posyandu: string
  /** null: not measured. */
  readonly measuredOn: string | null
  readonly weightG: number | null
  readonly heightMm: number | null
  readonly method: 'lying' | 'standing' | null
  readonly z: Readonly<Record<GrowthIndex, number | null>>
  readonly label: Readonly<Record<GrowthIndex, Label | null>>
  readonly gain: Gain | null
}

/** What a by-name file has columns for; what it has no column for is unknown, never 0. */
export interface ByNameKnown {
  readonly weight: boolean
  readonly height: boolean
}

/** A measurement as it goes into the workspace: one per child and day. z-scores and labels are the file's own, z in hundredths. */
export interface ByNameMeasurement {
  readonly measuredOn: string
  readonly weightGrams: number | null
  readonly lengthMm: number | null
  /** How the length was taken; null where it is not said. */
  readonly lying: boolean | null
  readonly heightZ: number | null
  readonly weightZ: number | null
  readonly wastingZ: number | null
  readonly heightLabel: Label | null
  readonly weightLabel: Label | null
  readonly wastingLabel: Label | null
  readonly gained: Gain | null
}

/** One child. `village` is a region code. */
export interface ByNameChild {
  readonly nik: string | null
  readonly name: string
  readonly sex: 'L' | 'P'
  readonly bornOn: string
  readonly parent: string
  readonly village: string
  readonly posyandu: string
  /** Where the row stands that was counted, or the child's last row. */
  readonly sourceRow: number
  /** Date of the measurement that was counted; null: none inside the window. */
  readonly countedOn: string | null
  /** Other posyandu where the file lists this NIK, with commas between them. */
  readonly alsoAt: string
  /** Another birth date that the file has for this NIK. */
  readonly otherBirth: string | null
  /** In order of date; empty for a child that was never measured. */
  readonly measurements: readonly ByNameMeasurement[]
}

/** A count of a group in an area: `SeriesCount` before the series has an id. `posyandu` is `''` for the village as a whole. */
export interface CountEntry {
  readonly village: string
  readonly posyandu: string
  readonly group: CountKey
  readonly count: number
}

/** A row that does not count a second time, and the row that it repeats or that takes its place. */
export interface DuplicateRow {
  readonly code: 'identical' | 'corrected'
  readonly place: RowPlace
  readonly other: RowPlace
}

/** What a reader of the counts should know; `count` is rows or children, as the code says. At most `WARNING_PLACES` places are listed. */
export interface CaseloadWarning {
  readonly code: CaseloadWarningCode
  readonly count: number
  readonly places: readonly RowPlace[]
  readonly words: Readonly<Record<string, string | number>>
  /** `value_unreadable`: the first `WARNING_VALUES` of them, as they stand in the file. */
  readonly values?: readonly { readonly place: RowPlace; readonly column: string; readonly value: string }[]
}

export const WARNING_PLACES = 200
export const WARNING_VALUES = 5

export const WARNING_CODES = [
  /** Rows that say they are of another village than the workspace's; counted under `words.area`. `words.names` lists village and district. */
  'other_village',
  /** Children of 60 months or more: left out. */
  'too_old',
  /** Children born after the date of the series: left out. */
  'not_born_yet',
  /** Rows measured outside the window: kept as history, not counted. */
  'outside_window',
  /** Per index: z-score beyond the plausible limits; left out of that index, for verval. */
  'implausible_hfa',
  'implausible_wfa',
  'implausible_wfh',
  /** Totals by label and by z-score differ: `words.group`, `words.byLabel`, `words.byZ`. */
  'label_z_differ',
  /** Nearly all measured children are stunted: no prevalence until S and measured are typed. */
  'filtered_list',
  /** A typed S (or measured) stands in place of the file's: `words.typed`, `words.file`. */
  'targeted_typed',
  'measured_typed',
  /** Children with a height but neither a TB/U status nor a z-score. */
  'height_without_status',
  /** Numbers that Excel cut to 15 digits: not used as an identity. */
  'nik_rounded',
  /** NIK typed but of no use: wrong length, or one digit repeated. */
  'nik_unusable',
  /** One NIK on rows with different birth dates: counted as one child. */
  'nik_shared',
  /** Same name, birth date and parent under different NIK: counted as different children. */
  'same_child_other_nik',
  /** Measures and statuses that cannot be read, left empty: the first in `values`; `words.column`, `words.value` of the very first. */
  'value_unreadable',
  /** Aggregate table: a group without a count stays unknown. */
  'count_blank',
] as const
export type CaseloadWarningCode = (typeof WARNING_CODES)[number]
