import type { SeriesChoice } from '#shared/domain/caseload.ts'
import type { Activity, AllocationCell, Commitment, Confidence, CostLine, FundingSource, Plan, PlanHead, Quantity, Served, Stage } from '#shared/domain/plan.ts'
import type { Family } from '#shared/domain/target-group.ts'
import type { Sql } from '../statements.ts'

const HEAD = 'id, name, region, kind, fiscal_year AS fiscalYear, complete'
const ACTIVITY = `id, catalogue_key AS catalogueKey, name, intervention, village_code AS villageCode, regency_code AS regencyCode, location,
  beneficiaries, months, implementer, execution, indicator, indicator_unit AS indicatorUnit, target, target_next AS targetNext, tier, weight, position`
const LINE = `l.id, l.activity_id AS activityId, l.description, l.account_code AS accountCode, l.unit_price_rupiah AS unitPrice,
  l.price_source AS priceSource, l.price_date AS priceDate, l.price_confidence AS priceConfidence, l.spending_class AS spendingClass,
  l.cut_by AS cutBy, l.splittable, l.coverage_target_bp AS coverageTargetBp, l.position`
const SOURCE = `id, code, label, name, ceiling_rupiah AS ceiling, total_rupiah AS total, certainty, origin, on_budget AS onBudget, spending_order AS spendingOrder`

type HeadRow = Omit<PlanHead, 'complete' | 'series'> & { complete: number }
type LineRow = Omit<CostLine, 'quantities' | 'priceBasis' | 'splittable'> & {
  priceSource: string | null; priceDate: string | null; priceConfidence: Confidence | null; splittable: number
}
type QuantityRow = { lineId: string; position: number; unit: string; n: number | null; driver: string | null; shareBp: number | null }
type ServedRow = Served & { lineId: string; quantityPosition: number }
type SourceRow = Omit<FundingSource, 'onBudget' | 'stages' | 'reservedFor'> & { onBudget: number }
type CellRow = Omit<AllocationCell, 'locked'> & { locked: number }

/** Reads plans from their rows. */
export function createPlanReader(sql: Sql) {
  function choice(planId: string): SeriesChoice {
    const rows = sql('SELECT family, series_id AS seriesId FROM plan_series WHERE plan_id = ?').all(planId) as { family: Family; seriesId: string }[]
    return Object.fromEntries(rows.map((row) => [row.family, row.seriesId]))
  }

  function head(row: HeadRow): PlanHead {
    return { ...row, complete: row.complete === 1, series: choice(row.id) }
  }

  function quantities(planId: string): Map<string, Quantity[]> {
    const of = 'FROM quantity q JOIN cost_line l ON l.id = q.line_id JOIN activity a ON a.id = l.activity_id'
    const rows = sql(`SELECT q.line_id AS lineId, q.position, q.unit, q.n, q.driver, q.share_bp AS shareBp ${of} WHERE a.plan_id = ? ORDER BY q.line_id, q.position`)
      .all(planId) as QuantityRow[]
    const servedRows = sql(`SELECT s.line_id AS lineId, s.quantity_position AS quantityPosition, s.served_by AS by, s.units, s.basis, s.said_on AS date
      FROM served s JOIN cost_line l ON l.id = s.line_id JOIN activity a ON a.id = l.activity_id WHERE a.plan_id = ? ORDER BY s.line_id, s.quantity_position, s.position`)
      .all(planId) as ServedRow[]
    const served = Map.groupBy(servedRows, (row) => `${row.lineId}/${row.quantityPosition}`)
    return new Map([...Map.groupBy(rows, (row) => row.lineId)].map(([lineId, parts]) => [
      lineId,
      parts.map((row): Quantity => row.driver === null
        ? { unit: row.unit, n: row.n ?? 0 }
        : {
            unit: row.unit, driver: row.driver as never, shareBp: row.shareBp ?? 10_000, lastN: row.n,
            served: (served.get(`${lineId}/${row.position}`) ?? []).map(({ by, units, basis, date }) => ({ by, units, basis, date })),
          }),
    ]))
  }

  function lines(planId: string): CostLine[] {
    const parts = quantities(planId)
    const rows = sql(`SELECT ${LINE} FROM cost_line l JOIN activity a ON a.id = l.activity_id WHERE a.plan_id = ? ORDER BY a.position, l.position, l.id`)
      .all(planId) as LineRow[]
    return rows.map(({ priceSource, priceDate, priceConfidence, splittable, ...row }) => ({
      ...row,
      splittable: splittable === 1,
      priceBasis: priceSource === null ? null : { source: priceSource, date: priceDate ?? '', confidence: priceConfidence ?? 'unverified' },
      quantities: parts.get(row.id) ?? [],
    }))
  }

  function sources(planId: string): FundingSource[] {
    const stageRows = sql('SELECT t.source_id AS sourceId, t.month, t.share_bp AS shareBp FROM source_stage t JOIN source s ON s.id = t.source_id WHERE s.plan_id = ? ORDER BY t.month')
      .all(planId) as (Stage & { sourceId: string })[]
    const stages = Map.groupBy(stageRows, (row) => row.sourceId)
    const purposes = sql('SELECT p.source_id AS sourceId, p.activity_key AS key FROM source_purpose p JOIN source s ON s.id = p.source_id WHERE s.plan_id = ? ORDER BY p.activity_key')
      .all(planId) as { sourceId: string; key: string }[]
    const reserved = Map.groupBy(purposes, (row) => row.sourceId)
    const rows = sql(`SELECT ${SOURCE} FROM source WHERE plan_id = ? ORDER BY spending_order, label`).all(planId) as SourceRow[]
    return rows.map((row) => ({
      ...row, onBudget: row.onBudget === 1, stages: (stages.get(row.id) ?? []).map(({ month, shareBp }) => ({ month, shareBp })),
      reservedFor: (reserved.get(row.id) ?? []).map(({ key }) => key),
    }))
  }

  return {
    heads(): PlanHead[] {
      return (sql(`SELECT ${HEAD} FROM plan ORDER BY fiscal_year, created_at, id`).all() as HeadRow[]).map(head)
    },

    get(planId: string): Plan | undefined {
      const row = sql(`SELECT ${HEAD} FROM plan WHERE id = ?`).get(planId) as HeadRow | undefined
      if (!row) return undefined
      const cells = sql(`SELECT c.line_id AS lineId, c.source_id AS sourceId, c.units, c.amount_rupiah AS amount, c.locked
        FROM allocation c JOIN source s ON s.id = c.source_id WHERE s.plan_id = ? ORDER BY c.line_id, s.spending_order, s.label`).all(planId) as CellRow[]
      const commitments = sql(`SELECT c.source_id AS sourceId, c.class, nullif(c.bidang, 0) AS bidang, c.amount_rupiah AS amount
        FROM commitment c JOIN source s ON s.id = c.source_id WHERE s.plan_id = ? ORDER BY s.spending_order, s.label, c.class, c.bidang`).all(planId) as Commitment[]
      return {
        ...head(row),
        activities: sql(`SELECT ${ACTIVITY} FROM activity WHERE plan_id = ? ORDER BY position, id`).all(planId) as Activity[],
        lines: lines(planId),
        sources: sources(planId),
        commitments,
        cells: cells.map((cell) => ({ ...cell, locked: cell.locked === 1 })),
      }
    },
  }
}
