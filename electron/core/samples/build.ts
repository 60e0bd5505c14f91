import { fromCatalogue } from '#shared/domain/template.ts'
import type { Activity, CostLine, FundingSource } from '#shared/domain/plan.ts'
import { AppError } from '../app-error.ts'
import { createAppClient } from '../app.ts'
import { newestSeries, rememberNumbers } from '../services/caseload-series.ts'
import { createWorkspace, type Ports, type Session, systemPorts } from '../session.ts'
import { KALIPUCUNG, KALIPUCUNG_CHILDREN, kalipucungFiles, kalipucungPlan, kalipucungRounds, KEDIRI, kediriFiles, type SampleFile, type SampleRound, type SamplePlan } from './index.ts'
import { kediriSources } from './kediri-plan.ts'

/** The day that the samples live on: after their last measurement, whatever the machine's clock says. */
const SAMPLE_DAY = '2026-11-21'

function samplePorts(ports: Ports): Ports {
  const day = new Date(`${SAMPLE_DAY}T09:00:00`)
  return { ...ports, now: () => (ports.now() < day ? day : ports.now()) }
}

/** What someone who waits for a sample is told, and how it is stopped; the steps are few and of unequal length. */
export interface SampleWatch {
  readonly tell?: (done: number, total: number) => void
  readonly signal?: AbortSignal | undefined
}

/** Counts the steps that are done, and ends the work before the next one where it was stopped. */
function counter(total: number, { tell, signal }: SampleWatch): () => void {
  let done = 0
  return () => {
    if (signal?.aborted) throw new AppError('stopped', {})
    tell?.(done, total)
    done += 1
  }
}

/** Brings the files in through the same door as anybody's. */
export async function importFiles(session: Session, files: readonly SampleFile[], next: () => void, { signal }: SampleWatch): Promise<void> {
  const client = createAppClient(session)
  for (const file of files) {
    next()
    const events = await client.caseload.import({
      file: new File([file.bytes as Uint8Array<ArrayBuffer>], file.name), series: file.series, measuredOn: file.measuredOn,
      layout: file.content === 'by-name' ? 'by-name' : 'aggregate',
    }, signal ? { signal } : {})
    for await (const event of events) {
      if (event.event === 'done' && event.report.rejected.length > 0) throw new AppError('no_usable_rows', { file: file.name, rows: event.report.rows })
    }
  }
}

async function typeRounds(session: Session, rounds: readonly SampleRound[]): Promise<void> {
  const client = createAppClient(session)
  for (const { series, measuredOn, counts } of rounds) {
    for (const [group, count] of Object.entries(counts)) await client.caseload.setCount({ group, count, series, measuredOn })
  }
}

/** The plan of the sample as one step: its activities and lines with the catalogue's codes, its sources, commitments and locks. */
function writePlan(session: Session, sample: SamplePlan): string {
  const id = session.ports.newId()
  const children = session.series.byName(KALIPUCUNG_CHILDREN)
  const series = { ...newestSeries(session), ...(children ? { child: children.id } : {}) }
  const counts = session.series.planCounts(series)
  const lineIds = new Map<string, string>()
  const sourceIds = new Map<string, string>()
  session.step('plan', { plan: sample.name }, () => {
    session.plans.create({ id, name: sample.name, region: sample.region, kind: sample.kind, fiscalYear: sample.fiscalYear, complete: false }, session.ports.now().toISOString())
    for (const [family, seriesId] of Object.entries(series)) session.plans.follow(id, family as keyof typeof series, seriesId)
    for (const [index, { key, lines, ...given }] of sample.activities.entries()) {
      const usual = fromCatalogue(key, { kind: sample.kind, counts, newId: session.ports.newId, position: index + 1 })
      if (!usual) throw new AppError('activity_not_found', { activity: key })
      const activity: Activity = { ...usual.activity, ...given }
      session.plans.addActivity(id, activity)
      for (const [position, line] of lines.entries()) {
        const made: CostLine = { ...line, id: session.ports.newId(), activityId: activity.id, coverageTargetBp: null, position: position + 1 }
        lineIds.set(`${key}/${position}`, made.id)
        session.plans.saveLine(made)
      }
    }
    for (const source of sample.sources) {
      const made: FundingSource = { ...source, id: session.ports.newId() }
      sourceIds.set(source.label, made.id)
      session.plans.saveSource(id, made)
    }
    for (const { source, class: kind, bidang, amount } of sample.commitments) session.plans.saveCommitment({ sourceId: sourceIds.get(source) ?? '', class: kind, bidang, amount })
    for (const lock of sample.locks) {
      session.plans.saveCell({ lineId: lineIds.get(`${lock.activity}/${lock.line}`) ?? '', sourceId: sourceIds.get(lock.source) ?? '', units: lock.units, amount: null, locked: true })
    }
    session.workspace.setCurrentPlan(id)
    rememberNumbers(session)
  })
  return id
}

/** Allocates the current plan, which is solved to the end. @throws AppError stopped */
export async function allocate(session: Session, { signal }: SampleWatch): Promise<void> {
  for await (const event of await createAppClient(session).allocation.run({}, signal ? { signal } : {})) {
    if (event.event === 'done' && event.report.status === 'stopped') throw new AppError('stopped', {})
    if (event.event === 'done' && event.report.status !== 'optimal') throw new Error(`the sample plan came out ${event.report.status}`)
  }
}

/** Leaves nothing behind when a sample cannot be finished. */
export async function build(file: string, region: string, ports: Ports, work: (session: Session) => Promise<void>): Promise<Session> {
  const session = createWorkspace(file, { region, sample: true }, samplePorts(ports))
  try {
    await work(session)
    return session
  } catch (error) {
    session.close()
    throw error
  }
}

/** Makes the sample village: its files imported, its earlier rounds and a survey typed, its plan written and allocated. @throws AppError workspace_exists, stopped … */
export function buildSampleVillage(file: string, ports: Ports = systemPorts, watch: SampleWatch = {}): Promise<Session> {
  return build(file, KALIPUCUNG, ports, async (session) => {
    const files = kalipucungFiles()
    const next = counter(files.length + 2, watch)
    await importFiles(session, files, next, watch)
    next()
    await typeRounds(session, kalipucungRounds)
    await createAppClient(session).caseload.setSurvey({ series: 'SSGI 2024 Kabupaten Blitar', prevalenceBp: 1784, measuredOn: '2024-12-31', source: 'Setwapres, 11 Desember 2025' })
    writePlan(session, kalipucungPlan)
    next()
    await allocate(session, watch)
  })
}

/** Makes the sample city: its caseload of 46 kelurahan imported, a plan from the template, made-up ceilings, allocated. @throws AppError workspace_exists, stopped … */
export function buildSampleCity(file: string, ports: Ports = systemPorts, watch: SampleWatch = {}): Promise<Session> {
  return build(file, KEDIRI, ports, async (session) => {
    const files = kediriFiles()
    const next = counter(files.length + 2, watch)
    await importFiles(session, files, next, watch)
    next()
    const client = createAppClient(session)
    await client.plan.create({ template: 'regency', name: 'Rencana Kota Kediri TA 2027 (contoh)', fiscalYear: 2027 })
    for (const { source, ceiling } of kediriSources) await client.plan.setSource({ source, ceiling })
    next()
    await allocate(session, watch)
  })
}
