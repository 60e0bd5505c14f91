import type { CaseloadSeries, CountKey, SeriesCount } from '#shared/domain/caseload.ts'
import { readCount } from '#shared/sheets/read/numbers.ts'
import { AppError } from '../app-error.ts'
import type { Session } from '../session.ts'
import { areaOf, countKeyOf, familyOfKey, type Input, rememberNumbers, seriesNamed, seriesSummary } from './caseload-series.ts'
import { keepNotRead } from './not-read.ts'

/** Kinds whose counts people type; the others come from files or, for a survey, hold none. */
const TYPED_KINDS: ReadonlySet<CaseloadSeries['kind']> = new Set(['manual', 'verified'])

type Cell = Input<'setCounts'>['cells'][number]
type Refusal = 'count_negative' | 'count_fraction' | 'count_not_a_number' | 'count_too_large' | 'group_unknown' | 'series_not_typed' | 'count_of_posyandu'
/** `count` null: unknown from now on. */
type Write = Omit<SeriesCount, 'count'> & { readonly count: number | null }

function groupOf(text: string): CountKey | undefined {
  try {
    return countKeyOf(text)
  } catch (error) {
    if (error instanceof AppError && error.code === 'group_unknown') return undefined
    throw error
  }
}

function understand(session: Session, cell: Cell, series: CaseloadSeries): Write | Refusal {
  if (!TYPED_KINDS.has(series.kind)) return 'series_not_typed'
  const group = groupOf(cell.group)
  if (group === undefined) return 'group_unknown'
  const found = readCount(cell.value)
  if (found && 'problem' in found) return found.problem
  const village = areaOf(session, cell.village)
  if (found === null && cell.posyandu === '' && session.series.isSum(series.id, village, group)) return 'count_of_posyandu'
  return { seriesId: series.id, village, posyandu: cell.posyandu, group, count: found?.count ?? null }
}

/** A village's own figure and those of its posyandu stand beside each other: who types one does not lose the other. */
function write(session: Session, { count, ...place }: Write): void {
  const { seriesId, village, posyandu, group } = place
  if (count === null) session.series.clearCount(seriesId, village, posyandu, group)
  else session.series.saveCount({ ...place, count })
}

/**
 * Types or pastes counts as one step, all or nothing. Plans that have no data for a family begin to follow the series.
 * @throws AppError series_not_found, region_unknown
 */
export function setCounts(session: Session, { cells }: Input<'setCounts'>) {
  const series = new Map([...new Set(cells.map((cell) => cell.series))].map((name) => [name, seriesNamed(session, name)]))
  const writes: Write[] = []
  const refused: { index: number; code: Refusal; value: string }[] = []
  for (const [index, cell] of cells.entries()) {
    const understood = understand(session, cell, series.get(cell.series) ?? seriesNamed(session, cell.series))
    if (typeof understood === 'string') refused.push({ index, code: understood, value: understood === 'group_unknown' ? cell.group : cell.value })
    else writes.push(understood)
  }
  if (refused.length > 0) return { written: 0, refused }
  const [first] = writes
  const names = [...series.values()].map(({ name }) => name).join(', ')
  const single = writes.length === 1 ? first : undefined
  const [name, words] = single && single.count !== null
    ? ['count', { series: names, group: single.group, count: single.count }] as const
    : ['counts', { series: names, cells: writes.length }] as const
  return session.step(name, words, () => {
    for (const one of writes) write(session, one)
    for (const { seriesId, group, count } of writes) {
      const family = familyOfKey(group)
      for (const head of session.plans.heads()) if (count !== null && head.series[family] === undefined) session.plans.follow(head.id, family, seriesId)
    }
    rememberNumbers(session)
    return { written: writes.length, refused }
  })
}

function refuseTakenName(session: Session, name: string, own: string | null): void {
  const other = session.series.byName(name)
  if (other && other.id !== own) throw new AppError('series_name_taken', { series: other.name })
}

/** Adds a series without counts. @throws AppError series_name_taken */
export function addSeries(session: Session, { name, kind, measuredOn, source }: Input<'addSeries'>) {
  refuseTakenName(session, name, null)
  const series: CaseloadSeries = { id: session.ports.newId(), name, kind, measuredOn, source: source || name, prevalenceBp: null }
  session.step('series_add', { series: name }, () => session.series.save(series))
  return seriesSummary(session, series)
}

/** Changes the head of a series; its counts stay. @throws AppError series_not_found, series_name_taken */
export function changeSeries(session: Session, input: Input<'changeSeries'>) {
  const known = seriesNamed(session, input.series)
  const series: CaseloadSeries = { ...known, name: input.name ?? known.name, measuredOn: input.measuredOn ?? known.measuredOn, source: input.source || known.source }
  refuseTakenName(session, series.name, known.id)
  session.step('series_change', { series: series.name }, () => session.series.save(series))
  return seriesSummary(session, series)
}

/** Takes a series out. @throws AppError series_not_found, series_followed */
export function removeSeries(session: Session, input: Input<'removeSeries'>) {
  const series = seriesNamed(session, input.series)
  const followers = session.series.followers(series.id)
  if (followers.length > 0) {
    throw new AppError('series_followed', {
      series: series.name, plans: [...new Set(followers.map(({ plan }) => plan))], families: [...new Set(followers.map(({ family }) => family))],
    })
  }
  session.step('series_remove', { series: series.name }, () => {
    session.series.remove(series.id)
    keepNotRead(session, series.id, [])
  })
  return { series: series.name }
}
