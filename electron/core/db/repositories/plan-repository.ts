import { type Activity, type AllocationCell, type Commitment, type CostLine, type FundingSource, isDriven, type PlanHead } from '#shared/domain/plan.ts'
import type { Family } from '#shared/domain/target-group.ts'
import type { Sql } from '../statements.ts'
import { createPlanReader } from './plan-rows.ts'
import { createTypedSums } from './typed-sums.ts'

export function createPlanRepository(sql: Sql) {
  const typedSums = createTypedSums(sql)

  /** Sets a cell; an unlocked cell without money is taken out. */
  function saveCell(cell: AllocationCell): void {
    typedSums.giveWay(cell)
    if (!cell.locked && cell.units === 0 && (cell.amount ?? 0) === 0) {
      sql('DELETE FROM allocation WHERE line_id = ? AND source_id = ?').run(cell.lineId, cell.sourceId)
      return
    }
    sql(`INSERT INTO allocation (line_id, source_id, units, amount_rupiah, locked) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (line_id, source_id) DO UPDATE SET units = excluded.units, amount_rupiah = excluded.amount_rupiah, locked = excluded.locked`)
      .run(cell.lineId, cell.sourceId, cell.units, cell.amount, cell.locked ? 1 : 0)
  }

  return {
    ...createPlanReader(sql),

    create(plan: Omit<PlanHead, 'series'>, createdAt: string): void {
      sql('INSERT INTO plan (id, name, region, kind, fiscal_year, complete, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
        .run(plan.id, plan.name, plan.region, plan.kind, plan.fiscalYear, plan.complete ? 1 : 0, createdAt)
    },

    setComplete(planId: string, complete: boolean): void {
      sql('UPDATE plan SET complete = ? WHERE id = ?').run(complete ? 1 : 0, planId)
    },

    follow(planId: string, family: Family, seriesId: string): void {
      sql('INSERT INTO plan_series (plan_id, family, series_id) VALUES (?, ?, ?) ON CONFLICT (plan_id, family) DO UPDATE SET series_id = excluded.series_id')
        .run(planId, family, seriesId)
    },

    addActivity(planId: string, a: Activity): void {
      sql(`INSERT INTO activity (id, plan_id, position, catalogue_key, name, intervention, village_code, regency_code, location, beneficiaries, months,
             implementer, execution, indicator, indicator_unit, target, target_next, tier, weight) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
        .run(a.id, planId, a.position, a.catalogueKey, a.name, a.intervention, a.villageCode, a.regencyCode, a.location, a.beneficiaries, a.months,
          a.implementer, a.execution, a.indicator, a.indicatorUnit, a.target, a.targetNext, a.tier, a.weight)
    },

    updateActivity(a: Activity): void {
      sql(`UPDATE activity SET position = ?, name = ?, intervention = ?, village_code = ?, regency_code = ?, location = ?, beneficiaries = ?, months = ?,
             implementer = ?, execution = ?, indicator = ?, indicator_unit = ?, target = ?, target_next = ?, tier = ?, weight = ? WHERE id = ?`)
        .run(a.position, a.name, a.intervention, a.villageCode, a.regencyCode, a.location, a.beneficiaries, a.months, a.implementer, a.execution, a.indicator,
          a.indicatorUnit, a.target, a.targetNext, a.tier, a.weight, a.id)
    },

    removeActivity(activityId: string): void {
      typedSums.leaveActivity(activityId)
      sql('DELETE FROM activity WHERE id = ?').run(activityId)
    },

    /** Adds a line, or replaces everything of the one with this id but its allocation. */
    saveLine(line: CostLine): void {
      const basis = line.priceBasis
      sql(`INSERT INTO cost_line (id, activity_id, position, description, account_code, unit_price_rupiah, price_source, price_date, price_confidence,
             spending_class, cut_by, splittable, coverage_target_bp) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET position = excluded.position, description = excluded.description, account_code = excluded.account_code,
             unit_price_rupiah = excluded.unit_price_rupiah, price_source = excluded.price_source, price_date = excluded.price_date,
             price_confidence = excluded.price_confidence, spending_class = excluded.spending_class, cut_by = excluded.cut_by,
             splittable = excluded.splittable, coverage_target_bp = excluded.coverage_target_bp`)
        .run(line.id, line.activityId, line.position, line.description, line.accountCode, line.unitPrice, basis?.source ?? null, basis?.date ?? null,
          basis?.confidence ?? null, line.spendingClass, line.cutBy, line.splittable ? 1 : 0, line.coverageTargetBp)
      // Row by row in place, so that the journal holds what changed and not what stayed.
      for (const [position, quantity] of line.quantities.entries()) {
        const driven = isDriven(quantity) ? quantity : null
        sql(`INSERT INTO quantity (line_id, position, unit, n, driver, share_bp) VALUES (?, ?, ?, ?, ?, ?)
             ON CONFLICT (line_id, position) DO UPDATE SET unit = excluded.unit, n = excluded.n, driver = excluded.driver, share_bp = excluded.share_bp`)
          .run(line.id, position, quantity.unit, isDriven(quantity) ? quantity.lastN : quantity.n, driven?.driver ?? null, driven?.shareBp ?? null)
        const served = driven?.served ?? []
        for (const [order, entry] of served.entries()) {
          sql(`INSERT INTO served (line_id, quantity_position, position, served_by, units, basis, said_on) VALUES (?, ?, ?, ?, ?, ?, ?)
               ON CONFLICT (line_id, quantity_position, position) DO UPDATE SET served_by = excluded.served_by, units = excluded.units, basis = excluded.basis,
                 said_on = excluded.said_on`)
            .run(line.id, position, order, entry.by, entry.units, entry.basis, entry.date)
        }
        sql('DELETE FROM served WHERE line_id = ? AND quantity_position = ? AND position >= ?').run(line.id, position, served.length)
      }
      sql('DELETE FROM quantity WHERE line_id = ? AND position >= ?').run(line.id, line.quantities.length)
    },

    /** Remembers what a driven quantity follows to now, for the day when the count is unknown. */
    setLastNumber(lineId: string, position: number, n: number): void {
      sql('UPDATE quantity SET n = ? WHERE line_id = ? AND position = ? AND n IS NOT ?').run(n, lineId, position, n)
    },

    saveSource(planId: string, s: FundingSource): void {
      sql(`INSERT INTO source (id, plan_id, code, label, name, ceiling_rupiah, total_rupiah, certainty, origin, on_budget, spending_order)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET label = excluded.label, name = excluded.name, ceiling_rupiah = excluded.ceiling_rupiah,
             total_rupiah = excluded.total_rupiah, certainty = excluded.certainty, origin = excluded.origin, on_budget = excluded.on_budget,
             spending_order = excluded.spending_order`)
        .run(s.id, planId, s.code, s.label, s.name, s.ceiling, s.total, s.certainty, s.origin, s.onBudget ? 1 : 0, s.spendingOrder)
      sql('DELETE FROM source_stage WHERE source_id = ? AND month NOT IN (SELECT value FROM json_each(?))').run(s.id, JSON.stringify(s.stages.map((stage) => stage.month)))
      for (const stage of s.stages) {
        sql('INSERT INTO source_stage (source_id, month, share_bp) VALUES (?, ?, ?) ON CONFLICT (source_id, month) DO UPDATE SET share_bp = excluded.share_bp')
          .run(s.id, stage.month, stage.shareBp)
      }
      sql('DELETE FROM source_purpose WHERE source_id = ? AND activity_key NOT IN (SELECT value FROM json_each(?))').run(s.id, JSON.stringify(s.reservedFor))
      for (const key of s.reservedFor) sql('INSERT INTO source_purpose (source_id, activity_key) VALUES (?, ?) ON CONFLICT DO NOTHING').run(s.id, key)
    },

    /** Sets a commitment; an amount of 0 takes it out. */
    saveCommitment(commitment: Commitment): void {
      const key = [commitment.sourceId, commitment.class, commitment.bidang ?? 0] as const
      if (commitment.amount === 0) {
        sql('DELETE FROM commitment WHERE source_id = ? AND class = ? AND bidang = ?').run(...key)
        return
      }
      sql(`INSERT INTO commitment (source_id, class, bidang, amount_rupiah) VALUES (?, ?, ?, ?)
           ON CONFLICT (source_id, class, bidang) DO UPDATE SET amount_rupiah = excluded.amount_rupiah`).run(...key, commitment.amount)
    },

    saveCell,
    typedSums,

    /** Puts an allocation in place of every cell of a plan that is not locked. */
    replaceCells(planId: string, cells: readonly AllocationCell[]): void {
      const kept = new Set(cells.map((cell) => `${cell.lineId}\n${cell.sourceId}`))
      const before = sql('SELECT line_id AS lineId, source_id AS sourceId FROM allocation WHERE locked = 0 AND source_id IN (SELECT id FROM source WHERE plan_id = ?)')
        .all(planId) as Pick<AllocationCell, 'lineId' | 'sourceId'>[]
      for (const { lineId, sourceId } of before) {
        if (!kept.has(`${lineId}\n${sourceId}`)) saveCell({ lineId, sourceId, units: 0, amount: null, locked: false })
      }
      for (const cell of cells) saveCell(cell)
    },

    removeSource(sourceId: string): void {
      typedSums.leaveSource(sourceId)
      sql('DELETE FROM source WHERE id = ?').run(sourceId)
    },

    saveChangedRule(fiscalYear: number, ruleId: string, body: string): void {
      sql('INSERT INTO changed_rule (fiscal_year, rule_id, body) VALUES (?, ?, ?) ON CONFLICT (fiscal_year, rule_id) DO UPDATE SET body = excluded.body').run(fiscalYear, ruleId, body)
    },

    removeChangedRule(fiscalYear: number, ruleId: string): void {
      sql('DELETE FROM changed_rule WHERE fiscal_year = ? AND rule_id = ?').run(fiscalYear, ruleId)
    },

    changedRules(fiscalYear: number): string[] {
      return sql('SELECT body FROM changed_rule WHERE fiscal_year = ? ORDER BY rule_id').pluck().all(fiscalYear) as string[]
    },
  }
}
