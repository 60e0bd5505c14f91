import type { CaseloadSeries, CountKey, PlanCounts, SeriesChoice, SeriesCount } from '#shared/domain/caseload.ts'
import { FAMILIES, FAMILY_NAMES, type Family } from '#shared/domain/target-group.ts'
import type { Sql } from '../statements.ts'

const COLUMNS = 'id, name, kind, measured_on AS measuredOn, source, prevalence_bp AS prevalenceBp, counted_by AS countedBy'

/** Denominators belong to the child family. */
const CHILD_EXTRAS = ['targeted', 'weighed', 'measured', 'weight_status', 'wasting_status'] as const

/** The batch of a series, whose id is the next parameter. */
const BATCH = '(SELECT batch_id FROM caseload_series WHERE id = ?)'

/** `newBatch` gives a series that has no counts yet something to count in. */
export function createSeriesRepository(sql: Sql, newBatch: (seriesId: string) => void) {
  function totals(seriesId: string): Map<CountKey, number> {
    const rows = sql(`SELECT target_group AS "group", sum(count) AS count FROM series_count s WHERE batch_id = ${BATCH} AND (posyandu = '' OR NOT EXISTS (
        SELECT 1 FROM series_count w WHERE w.batch_id = s.batch_id AND w.village = s.village AND w.posyandu = '' AND w.target_group = s.target_group))
      GROUP BY target_group`).all(seriesId) as { group: CountKey; count: number }[]
    return new Map(rows.map((row) => [row.group, row.count]))
  }

  return {
    list(): CaseloadSeries[] {
      return sql(`SELECT ${COLUMNS} FROM caseload_series ORDER BY measured_on, position`).all() as CaseloadSeries[]
    },

    /**
     * The by-name round before a date's month: the newest that counts a village in common, or any where `villages` is empty.
     * `except`: never this one.
     */
    roundBefore(month: string, villages: readonly string[], except: string | undefined): CaseloadSeries | undefined {
      const earlier = sql(`SELECT ${COLUMNS} FROM caseload_series WHERE kind = 'by-name' AND substr(measured_on, 1, 7) < ? AND id IS NOT ? ORDER BY measured_on DESC, position DESC`)
        .all(month, except ?? null) as CaseloadSeries[]
      const villagesOf = sql(`SELECT DISTINCT village FROM series_count WHERE batch_id = ${BATCH}`).pluck()
      return earlier.find(({ id }) => villages.length === 0 || (villagesOf.all(id) as string[]).some((village) => villages.includes(village)))
    },

    /** By-name rounds of a month that are about none of these villages. */
    roundsElsewhere(month: string, villages: readonly string[], except: string | undefined): string[] {
      return sql(`SELECT id FROM caseload_series s WHERE kind = 'by-name' AND substr(measured_on, 1, 7) = ? AND id IS NOT ? AND NOT EXISTS (
        SELECT 1 FROM json_each(?) v JOIN series_count c ON c.batch_id = s.batch_id AND c.village = v.value)`).pluck().all(month, except ?? null, JSON.stringify(villages)) as string[]
    },

    byName(name: string): CaseloadSeries | undefined {
      return sql(`SELECT ${COLUMNS} FROM caseload_series WHERE name = ? COLLATE NOCASE`).get(name) as CaseloadSeries | undefined
    },

    /** Adds a series, or brings the head of the one with this id up to date; its counts stay. */
    save(series: CaseloadSeries): void {
      sql(`INSERT INTO caseload_series (id, name, kind, measured_on, source, prevalence_bp, counted_by, position)
           VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM caseload_series))
           ON CONFLICT (id) DO UPDATE SET name = excluded.name, kind = excluded.kind, measured_on = excluded.measured_on,
             source = excluded.source, prevalence_bp = excluded.prevalence_bp, counted_by = excluded.counted_by`)
        .run(series.id, series.name, series.kind, series.measuredOn, series.source, series.prevalenceBp, series.countedBy ?? 'file')
    },

    /** Takes a series out. What it counted is set aside for undo. Fails where a plan follows it: ask `followers` first. */
    remove(id: string): void {
      sql('DELETE FROM caseload_series WHERE id = ?').run(id)
    },

    /** Plans that follow a series, by name, each with its families. */
    followers(id: string): { plan: string; family: Family }[] {
      return sql('SELECT p.name AS plan, s.family FROM plan_series s JOIN plan p ON p.id = s.plan_id WHERE s.series_id = ? ORDER BY p.name, s.family').all(id) as { plan: string; family: Family }[]
    },

    /** Sets one count of a series; what else it counts stays. */
    saveCount(count: SeriesCount): void {
      if (sql('SELECT 1 FROM caseload_series WHERE id = ? AND batch_id IS NULL').get(count.seriesId)) newBatch(count.seriesId)
      sql(`INSERT INTO series_count (batch_id, village, posyandu, target_group, count) VALUES (${BATCH}, ?, ?, ?, ?)
           ON CONFLICT (batch_id, village, posyandu, target_group) DO UPDATE SET count = excluded.count`)
        .run(count.seriesId, count.village, count.posyandu, count.group, count.count)
    },

    /** Adds a count to a batch that is being filled. */
    addCount(batchId: number, count: Omit<SeriesCount, 'seriesId'>): void {
      sql(`INSERT INTO series_count (batch_id, village, posyandu, target_group, count) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (batch_id, village, posyandu, target_group) DO UPDATE SET count = excluded.count`).run(batchId, count.village, count.posyandu, count.group, count.count)
    },

    /** Takes out the counts of one group in a village, per posyandu and as a whole, so that a typed total does not add to them. */
    clearGroup(seriesId: string, village: string, group: CountKey): void {
      sql(`DELETE FROM series_count WHERE batch_id = ${BATCH} AND village = ? AND target_group = ?`).run(seriesId, village, group)
    },

    /** Makes the count of one group in one place unknown. */
    clearCount(seriesId: string, village: string, posyandu: string, group: CountKey): void {
      sql(`DELETE FROM series_count WHERE batch_id = ${BATCH} AND village = ? AND posyandu = ? AND target_group = ?`).run(seriesId, village, posyandu, group)
    },

    /** Takes out the village's own figure of a group, so that figures per posyandu do not add to it. */
    clearVillageTotal(seriesId: string, village: string, group: CountKey): void {
      sql(`DELETE FROM series_count WHERE batch_id = ${BATCH} AND village = ? AND posyandu = '' AND target_group = ?`).run(seriesId, village, group)
    },

    counts(seriesId: string): SeriesCount[] {
      return sql(`SELECT s.id AS seriesId, c.village, c.posyandu, c.target_group AS "group", c.count FROM series_count c JOIN caseload_series s ON s.batch_id = c.batch_id
                  WHERE s.id = ? ORDER BY c.village, c.posyandu, c.target_group`).all(seriesId) as SeriesCount[]
    },

    /** Places that any series in use counts something in. */
    places(): { village: string; posyandu: string }[] {
      return sql('SELECT DISTINCT c.village, c.posyandu FROM series_count c JOIN caseload_series s ON s.batch_id = c.batch_id ORDER BY c.village, c.posyandu').all() as { village: string; posyandu: string }[]
    },

    /** Sum per group as the posyandu have it, where one village at least has a figure of its own that is another one. */
    sumsThatDiffer(seriesId: string): Map<CountKey, number> {
      const rows = sql(`WITH place AS (SELECT target_group, village, max(CASE WHEN posyandu = '' THEN count END) AS own, sum(CASE WHEN posyandu <> '' THEN count END) AS parts
          FROM series_count WHERE batch_id = ${BATCH} GROUP BY target_group, village)
        SELECT target_group AS "group", sum(coalesce(parts, own)) AS count FROM place GROUP BY target_group HAVING max(own IS NOT NULL AND parts IS NOT NULL AND own <> parts)`)
        .all(seriesId) as { group: CountKey; count: number }[]
      return new Map(rows.map((row) => [row.group, row.count]))
    },

    /** True where a group has figures per posyandu of a village and none of the village's own. */
    isSum(seriesId: string, village: string, group: CountKey): boolean {
      return sql(`SELECT min(posyandu <> '') FROM series_count WHERE batch_id = ${BATCH} AND village = ? AND target_group = ?`).pluck().get(seriesId, village, group) === 1
    },

    /** Sum per group over the villages of a series: a village's own figure where there is one, else the sum of its posyandu. */
    totals,

    /** What a plan sees: for each family the totals of the series that it follows; what that series does not count stays unknown. */
    planCounts(choice: SeriesChoice): PlanCounts {
      const counts = new Map<CountKey, number>()
      for (const family of FAMILY_NAMES) {
        const seriesId = choice[family]
        if (!seriesId) continue
        const all = totals(seriesId)
        for (const key of [...FAMILIES[family], ...(family === 'child' ? CHILD_EXTRAS : [])]) {
          const count = all.get(key)
          if (count !== undefined) counts.set(key, count)
        }
      }
      return counts
    },
  }
}
