import { z } from 'zod'
import { REASONS } from '../domain/cross-check.ts'
import { REMEASURE_REASONS } from '../domain/remeasure.ts'
import { NEW_REASONS, NOT_FOUND_REASONS, OUTCOMES } from '../domain/rounds.ts'
import { PARTS, REPAIRS, RULE_GROUPS, RULE_IDS } from '../domain/validity-rules.ts'
import { previewSheet } from './document.ts'
import { command, query } from './procedure.ts'
import { countKey, family, id, isoDate, planId, targetGroup, wholeNumber } from './values.ts'

const seriesName = z.string().min(1).max(120)
/** Narrows to a village and, within it, a posyandu; left out: everywhere. */
const where = { village: z.string().optional(), posyandu: z.string().max(120).optional() }
const reveal = z.enum(['nothing', 'names', 'names_and_nik']).default('nothing')
const growthIndex = z.enum(['hfa', 'wfa', 'wfh'])
/** A place: a village as a whole (`posyandu` `''`), or a posyandu in it. */
const place = { village: z.string(), villageName: z.string(), posyandu: z.string() }
/** A child as it is shown: initials and a masked NIK unless `reveal` asked for more. `row` is the row of its file. */
const person = { name: z.string(), nik: z.string().nullable(), sex: z.enum(['L', 'P']), parent: z.string(), village: z.string(), posyandu: z.string(), row: z.int() }
const words = z.record(z.string(), z.union([z.string(), z.number()]))

/**
 * Points of a part of the score. `of` is what it can give here: its weight, or 0 where it says nothing in this place (`null`
 * points). The points of the parts add up to the score, and `of` to 100, exactly.
 */
const scorePart = z.object({
  part: z.enum(PARTS), points: z.int().nullable(), of: z.int(),
  /** What the part is reckoned from: children (or measurements) in order, of all that were looked at. */
  good: z.number(), total: z.int(),
})

const placeScore = z.object({ ...place, children: z.int(), score: z.int().min(0).max(100).nullable(), parts: z.array(scorePart) })

/** `child` is null before the file is accepted, and of a row that no child came of; such a row has no sex either. Text: `validity.rule.<rule>` with `words`. */
const validityRow = z.object({ child: z.int().nullable(), ...person, sex: person.sex.nullable(), words })

const validityFinding = z.object({
  rule: z.enum(RULE_IDS), group: z.enum(RULE_GROUPS), severity: z.enum(['error', 'warning', 'info']), repair: z.enum(REPAIRS),
  /** What it counts: children, places, or rows that no child came of; and how many. `rows` holds at most 200 (of such rows, one for each fault). */
  about: z.enum(['child', 'place', 'row']),
  count: z.int(),
  /** Of the sentence, for a rule about a place. */
  words,
  rows: z.array(validityRow),
})

export const validityReport = z.object({
  series: z.string(), measuredOn: isoDate,
  /** The earlier round that heights and jumps are compared with; null = none. */
  previous: z.string().nullable(),
  /** The score of everything in the series, then each village and each of its posyandu. */
  whole: placeScore, places: z.array(placeScore), findings: z.array(validityFinding),
})
export type ValidityReport = z.infer<typeof validityReport>

const scored = z.object({
  /** z-scores in hundredths; statuses as `children` has them, `implausible` where the value must not count. */
  z: z.int().nullable(), status: z.string().nullable(),
})

const crossCheckRow = z.object({
  child: z.int(), ...person, ageMonths: z.int(), measuredOn: isoDate, index: growthIndex, file: scored, own: scored,
  /** Why they differ, proven: with this mistake our reckoning gives the file's value. `unknown` where none does. */
  reason: z.enum(REASONS),
  /** What the reason supposes: the other sex, date, posture, height, the earlier series. */
  supposed: words,
  /** The row counts in another group by ours than by the file's. */
  changesCount: z.boolean(),
  /** The file's label says something else than the file's own z-score or ours: to be corrected at the posyandu. */
  wrongLabel: z.boolean(),
})

const basis = z.enum(['file', 'own'])
const basisTotal = z.object({ group: countKey, file: wholeNumber.nullable(), own: wholeNumber.nullable() })

/** before = still + recovered + left + moved + notFound; after = still + added + arrived. */
const flow = z.object({
  before: z.int(), still: z.int(), recovered: z.int(), left: z.int(), moved: z.int(), notFound: z.int(), added: z.int(), arrived: z.int(), after: z.int(),
})

const flowChild = z.object({
  outcome: z.enum(OUTCOMES), reason: z.enum([...NOT_FOUND_REASONS, ...NEW_REASONS]).nullable(),
  /** The child in each round; null where it is not in that one. `row` belongs to the later round where it is there, else to the earlier. */
  from: z.int().nullable(), to: z.int().nullable(), ...person,
  /** Where it is in the other round, for a child that moved or arrived. */
  otherPlace: z.string().nullable(), ageMonths: z.int(),
  heightZ: z.object({ from: z.int().nullable(), to: z.int().nullable() }),
})

const roundHead = z.object({ id, name: z.string(), measuredOn: isoDate, stunted: z.int(), basis })

const remeasureChild = z.object({
  /** The series whose list has this child and row: the one before, where this one does not list it. */
  child: z.int(), ...person, series: z.string(), ageMonths: z.int(), reasons: z.array(z.enum(REMEASURE_REASONS)),
  last: z.object({ measuredOn: isoDate, weightKg: z.number().nullable(), heightCm: z.number().nullable() }).nullable(),
})

const remeasureList = z.object({
  series: z.string(), measuredOn: isoDate, total: z.int(),
  places: z.array(z.object({ ...place, children: z.array(remeasureChild) })),
})

const curvePoint = z.object({ x: z.number(), y: z.number() })
/** One line of a chart; `x` days of age, or centimetres for `wfh`; `y` centimetres for `hfa`, else kilograms. */
const curve = z.object({ z: z.int().min(-3).max(3), points: z.array(curvePoint) })

const childPoint = z.object({
  series: z.string(), seriesName: z.string(), row: z.int(), measuredOn: isoDate, ageDays: z.int(), ageMonths: z.int(),
  weightKg: z.number().nullable(), heightCm: z.number().nullable(), posture: z.enum(['lying', 'standing']).nullable(),
  /** Height as the curve of that age measures it: 0.7 cm more or less where it was measured the other way. */
  curveCm: z.number().nullable(),
  file: z.object({ hfa: scored, wfa: scored, wfh: scored }), own: z.object({ hfa: scored, wfa: scored, wfh: scored }),
})

const lineChange = z.object({
  id, description: z.string(), activity: z.string(),
  /** `n`: what the line follows (children, kader …); null = no data. */
  before: z.object({ n: z.int().nullable(), need: z.int().nullable() }), after: z.object({ n: z.int().nullable(), need: z.int().nullable() }),
})

const BY_NAME = ['series_not_found', 'series_not_by_name'] as const
const listOptions = { series: seriesName, ...where, reveal }
const paper = { paper: z.enum(['F4', 'A4']).optional(), language: z.enum(['id', 'en']).default('id') }

/** How far a by-name series can be trusted, and what became of its children. */
export const truthContract = {
  /** Score 0–100 per village and posyandu with its parts, and what each named rule found. `village`, `posyandu` narrow the findings; the scores stay whole. */
  validity: query(['caseload'], z.strictObject(listOptions), validityReport, BY_NAME),
  /** Where the file's z-scores and labels differ from ours, child by child and index by index, with the reason; and the totals by each. */
  crossCheck: query(['caseload'], z.strictObject({
    ...listOptions, index: growthIndex.optional(), reason: z.enum(REASONS).optional(), offset: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(100),
  }), z.object({
    series: z.string(), basis,
    /** Measurements that have both the file's value and ours, by index; and how many of them differ. */
    compared: z.array(z.object({ index: growthIndex, both: z.int(), differ: z.int() })),
    totals: z.array(basisTotal),
    /** Of all differences, whatever `index` and `reason` narrow to. */
    reasons: z.array(z.object({ reason: z.enum(REASONS), count: z.int() })),
    total: z.int(), rows: z.array(crossCheckRow),
  }), BY_NAME),
  /** Chooses which of the two counts a series has: by the file's statuses, or by ours. One step; the counts change, the rows stay. */
  setBasis: command(['caseload', 'plan', 'allocation'], z.strictObject({ series: seriesName, basis }),
    z.object({ series: z.string(), basis, totals: z.array(basisTotal), need: z.object({ before: z.int(), after: z.int() }).nullable() }), BY_NAME),
  /** Need, counts and rupiah of a plan by each series that counts the family; nothing is written. Surveys have no counts and are not among them. */
  compareSeries: query(['caseload', 'plan', 'allocation', 'rules'], z.strictObject({ planId, family, series: z.array(seriesName).max(50).optional() }), z.object({
    plan: z.string(), family, current: z.string().nullable(), funded: z.int(),
    choices: z.array(z.object({
      series: z.string(), id, measuredOn: isoDate, chosen: z.boolean(),
      need: z.int(), gap: z.int(), difference: z.int(),
      groups: z.array(z.object({ group: targetGroup, count: wholeNumber.nullable(), difference: z.int().nullable() })),
      lines: z.array(lineChange),
    })),
  }), ['plan_missing', 'plan_not_found', 'series_not_found', 'series_is_survey']),
  /** What became of the stunted children from one by-name round to a later one, per posyandu; the parts add up to both counts. */
  rounds: query(['caseload'], z.strictObject({ from: seriesName, to: seriesName, ...where, reveal }), z.object({
    from: roundHead, to: roundHead, whole: flow, places: z.array(z.object({ ...place, flow })),
    children: z.array(flowChild),
  }), [...BY_NAME, 'rounds_order']),
  /** Whom to measure again, posyandu by posyandu, and why. */
  remeasure: query(['caseload'], z.strictObject(listOptions), remeasureList, BY_NAME),
  /** The same as pages to be printed, one posyandu after the other; names only where they are asked for. */
  remeasurePages: query(['caseload', 'workspace'], z.strictObject({ ...listOptions, ...paper }), z.array(previewSheet), BY_NAME),
  remeasureExport: query(['caseload', 'workspace'], z.strictObject({ ...listOptions, ...paper, format: z.enum(['xlsx', 'csv']).default('xlsx') }), z.file(), [...BY_NAME, 'stopped']),
  /** A child over all by-name rounds, with the curves of the standards for its sex around its ages. */
  childGrowth: query(['caseload'], z.strictObject({ series: seriesName, child: z.int(), reveal }), z.object({
    ...person, ageMonths: z.int(), points: z.array(childPoint),
    /** Days of age that the curves cover. */
    window: z.object({ fromDays: z.int(), toDays: z.int() }),
    curves: z.object({ hfa: z.array(curve), wfa: z.array(curve), wfh: z.array(curve) }),
  }), [...BY_NAME, 'child_not_found']),
}
