import { z } from 'zod'
import { HEAT_MEASURES } from '../domain/consolidation.ts'
import { LIST_KINDS, LIST_REJECTIONS } from '../sheets/read/rkpd-lists.ts'
import { activityOutput } from './plan.ts'
import { command, query } from './procedure.ts'
import { id, rupiah, targetGroup, wholeNumber } from './values.ts'

const REGENCY = ['regency_only'] as const
const TOPICS = ['submission', 'plan', 'caseload', 'allocation'] as const

const groupRow = z.object({ key: z.string(), name: z.string(), villages: wholeNumber, need: rupiah, funded: rupiah, gap: rupiah, direct: rupiah })
export type GroupTableRow = z.infer<typeof groupRow>
const heatCell = z.object({ value: z.int().nullable(), part: z.number(), whole: z.number() })

export const consolidation = z.object({
  fiscalYear: z.int(), villages: wholeNumber, received: wholeNumber, desa: wholeNumber, kelurahan: wholeNumber, receivedKelurahan: wholeNumber,
  need: rupiah, funded: rupiah, gap: rupiah, direct: rupiah, uncounted: wholeNumber,
  tables: z.object({ district: z.array(groupRow), opd: z.array(groupRow), subKegiatan: z.array(groupRow), activity: z.array(groupRow), tier: z.array(groupRow) }),
  sources: z.array(z.object({ key: z.string(), villages: wholeNumber, withCeiling: wholeNumber, ceiling: rupiah, available: rupiah, spent: rupiah, onBudget: z.boolean() })),
  /** `count` null: no village counts it. `villages` are those that do. */
  caseload: z.array(z.object({ group: z.string(), count: wholeNumber.nullable(), villages: wholeNumber })),
  heat: z.array(z.object({ district: z.string(), villages: wholeNumber, cells: z.record(z.enum(HEAT_MEASURES), heatCell) })),
  outliers: z.array(z.object({
    village: z.string(), villageName: z.string(), district: z.string(), kind: z.enum(['per_child', 'cadres', 'price']), value: z.number(), usual: z.number(), lineId: z.string().nullable(), label: z.string(),
  })),
  doubles: z.array(z.object({
    kind: z.enum(['activity', 'child']), village: z.string(), villageName: z.string(), district: z.string(), label: z.string(), group: targetGroup.nullable(), with: z.string(),
  })),
})
export type Consolidation = z.infer<typeof consolidation>

const programme = z.string().regex(/^\d\.\d{2}\.\d{2}$/)
const ceiling = z.strictObject({ opd: z.string().trim().min(1).max(100), amount: rupiah })

export const rkpdOverview = z.object({
  activities: wholeNumber, amount: rupiah, programmes: z.array(z.string()), ceilings: z.array(z.object({ opd: z.string(), amount: rupiah })),
  opd: z.array(z.object({ opd: z.string(), amount: rupiah, ceiling: rupiah.nullable() })), byProgramme: z.array(z.object({ code: z.string(), name: z.string(), activities: wholeNumber, amount: rupiah })),
  notes: z.array(z.object({
    code: z.enum(['no_code', 'old_code', 'unknown_code', 'no_indicator', 'no_target', 'not_in_rpjmd', 'programme_empty', 'over_ceiling']), words: z.string(),
    activity: z.string().nullable(), village: z.string().nullable(), amount: rupiah.nullable(), ceiling: rupiah.nullable(),
  })),
})
export type RkpdOverview = z.infer<typeof rkpdOverview>

const driftRow = z.object({
  /** null: the regency's own plan. */
  village: z.string().nullable(), villageName: z.string().nullable(), district: z.string().nullable(), activity: z.string(), regencyCode: z.string().nullable(),
  /** Stages of two documents that follow each other; `now`: the plan as it stands. */
  from: z.string(), to: z.string(), before: rupiah.nullable(), after: rupiah.nullable(),
})
export const driftOverview = z.object({
  received: wholeNumber, withoutVersions: wholeNumber, villages: wholeNumber,
  documents: z.array(z.object({ kind: z.enum(['desa', 'kelurahan']), stage: z.string(), villages: wholeNumber })), rows: z.array(driftRow),
})
export type DriftOverview = z.infer<typeof driftOverview>

const tagged = z.object({ ceiling: rupiah, tagged: rupiah, direct: rupiah })
const opdActivities = z.object({
  plan: z.string(), fiscalYear: z.int(), total: tagged, subKegiatan: wholeNumber,
  activities: z.array(tagged.extend({
    id, name: z.string(), regencyCode: z.string().nullable(), subKegiatan: z.string().nullable(), opd: z.string(), indicator: z.string(), indicatorUnit: z.string(), target: wholeNumber.nullable(), targetNext: wholeNumber.nullable(),
    sources: z.array(z.object({ label: z.string(), amount: rupiah })), percent: z.int(),
    lines: z.array(z.object({ id, description: z.string(), amount: rupiah, direct: z.boolean(), usual: z.boolean() })),
  })),
})
export type OpdActivities = z.infer<typeof opdActivities>

const FILE_ERRORS = ['file_empty', 'file_not_a_table', 'file_encrypted', 'file_too_big', 'file_expands_too_far', 'file_too_many_sheets', 'file_too_many_rows', 'file_damaged', 'list_header_not_found', 'no_usable_rows', 'stopped'] as const

const rkpdImport = z.object({
  kind: z.enum(LIST_KINDS), file: z.string(), rows: wholeNumber, taken: wholeNumber, passedOver: wholeNumber, applied: z.boolean(),
  rejected: z.array(z.object({ sheet: z.string(), row: z.int(), column: z.string().nullable(), code: z.enum(LIST_REJECTIONS), value: z.string() })),
  programmes: z.array(z.object({ code: z.string(), name: z.string() })), ceilings: z.array(z.object({ opd: z.string(), amount: rupiah })),
  /** Departments that no sub kegiatan of the catalogue belongs to: their ceilings are kept, and nothing is held against them. */
  unknown: z.array(z.string()),
})
export type RkpdImport = z.infer<typeof rkpdImport>

const RKPD = [...REGENCY, 'plan_missing', 'plan_not_found', 'money_range', 'workspace_damaged'] as const

/** All villages' plans of a year as one. */
export const consolidationContract = {
  overview: query(TOPICS, z.strictObject({}), consolidation, REGENCY),
  /** The recapitulation as a workbook: villages, kecamatan, sources, activities, with live sums, and what drifts between documents. */
  export: query(TOPICS, z.strictObject({ paper: z.enum(['F4', 'A4']).optional(), language: z.enum(['id', 'en']).default('id') }), z.file(), [...REGENCY, 'stopped', 'no_submissions', 'workspace_damaged', 'money_range']),
  /** The RKPD over the regency's own plan and those of its kelurahan, and what does not agree in it. */
  rkpd: query(TOPICS, z.strictObject({}), rkpdOverview, RKPD),
  /** Where the locked documents of villages and of the regency drift apart, by village and activity. */
  drift: query([...TOPICS, 'scenario'], z.strictObject({}), driftOverview, RKPD),
  /** Programmes of the RPJMD and ceilings of the OPD, to be checked against; each list replaces the one before. */
  setRkpd: command(['submission'], z.strictObject({ programmes: z.array(programme).max(500), ceilings: z.array(ceiling).max(200) }), rkpdOverview, RKPD),
  /** Activities of the departments in the regency's own plan: sub kegiatan, indicator, target, sources, and how much of each is tagged and reaches the target directly. */
  opd: query(TOPICS, z.strictObject({}), opdActivities, RKPD),
  /** Changes what the RKPD says of an activity, and its percent, as one step. */
  setOpd: command(['plan', 'submission'], z.strictObject({ activity: id, percent: z.int().min(0).max(100).optional(), ...activityOutput }), opdActivities, [...RKPD, 'activity_not_found', 'line_ambiguous']),
  /** Sets the percent of activities that is against stunting, and which lines reach the target directly (null: as its spending class says), as one step. */
  setTags: command(['submission'], z.strictObject({ percent: z.record(id, z.int().min(0).max(100)).default({}), direct: z.record(id, z.boolean().nullable()).default({}) }), opdActivities, [...RKPD, 'activity_not_found', 'line_not_found']),
  /** Takes the programmes of the RPJMD or the ceilings of the OPD in from a file (.xlsx, .xls, .ods, .csv) in place of the list before. A dry run writes nothing. */
  importRkpd: command(['submission'], z.strictObject({ kind: z.enum(LIST_KINDS), file: z.file(), dryRun: z.boolean().default(false) }), rkpdImport, [...REGENCY, ...FILE_ERRORS]),
  /** A file to fill such a list in. */
  rkpdTemplate: query(['submission'], z.strictObject({ kind: z.enum(LIST_KINDS), language: z.enum(['id', 'en']).default('id') }), z.file(), REGENCY),
  /** The 17 columns of the RKPD as a workbook. */
  exportRkpd: query(TOPICS, z.strictObject({ paper: z.enum(['F4', 'A4']).optional(), language: z.enum(['id', 'en']).default('id') }), z.file(), [...RKPD, 'stopped']),
}
