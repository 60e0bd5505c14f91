import path from 'node:path'
import { type AppClient, createAppClient } from '#core/app.ts'
import { createWorkspace, openSession, type Ports, type Session } from '#core/session.ts'
import type { ImportReport } from '#shared/contract/caseload.ts'
import type { AllocationReport } from '#shared/contract/allocation.ts'
import { fixedPorts, temporaryFolder } from './workspace.ts'

export const KALIPUCUNG = '35.05.07.2001'

const open: Session[] = []
/** Closes what tests opened with `newApp` and `restart`; called after each test. */
export function closeApps(): void {
  for (const session of open.splice(0)) session.close()
}

export interface TestApp {
  readonly client: AppClient
  readonly session: Session
  readonly file: string
}

/** The real application over a new workspace of its own. */
export function newApp(region = KALIPUCUNG, ports: Ports = fixedPorts()): TestApp {
  const session = createWorkspace(path.join(temporaryFolder(), 'uji.rembuk'), { region }, ports)
  open.push(session)
  return { client: createAppClient(session), session, file: session.file }
}

/** Closes the application and opens its file again, as after a restart. */
export async function restart(app: TestApp): Promise<TestApp> {
  app.session.close()
  return openApp(app.file)
}

/** The application over a workspace that is there already. */
export async function openApp(file: string): Promise<TestApp> {
  const session = await openSession(file, fixedPorts())
  open.push(session)
  return { client: createAppClient(session), session, file }
}

type ImportInput = Parameters<AppClient['caseload']['import']>[0]

/** Imports to the end and hands back the report. */
export async function importFile(client: AppClient, input: ImportInput): Promise<ImportReport> {
  for await (const event of await client.caseload.import(input)) if (event.event === 'done') return event.report
  throw new Error('no report')
}

/** Allocates to the end and hands back the report. */
export async function allocate(client: AppClient, strategy: 'tiered' | 'children' = 'tiered', signal?: AbortSignal): Promise<AllocationReport> {
  for await (const event of await client.allocation.run({ strategy }, signal ? { signal } : {})) if (event.event === 'done') return event.report
  throw new Error('no report')
}

/** A text file, such as a small CSV, as the window would hand it over. */
export function textFile(name: string, text: string): File {
  return new File([text], name)
}

/** The code and data of the error that a call answers with. */
export async function errorOf(work: Promise<unknown>): Promise<{ code: string; data: unknown; defined: boolean }> {
  const error = await work.then(() => undefined, (thrown: unknown) => thrown)
  if (typeof error !== 'object' || error === null || !('code' in error)) throw new Error(`expected an error with a code, got ${String(error)}`)
  return { code: String(error.code), data: 'data' in error ? error.data : undefined, defined: 'defined' in error && error.defined === true }
}

/** A village with typed counts and a plan from the template: what most tests of the plan begin with. */
export async function plannedVillage(): Promise<TestApp> {
  const app = newApp()
  for (const [group, count] of Object.entries({ stunted: 16, measured: 367, targeted: 389, pmt_wasted: 11, pregnant_ced: 5, cadre: 25, development_cadre: 1, posyandu: 5, family_no_toilet: 6 })) {
    await app.client.caseload.setCount({ group, count })
  }
  await app.client.plan.create({ template: 'desa', fiscalYear: 2026 })
  return app
}

/** The line of a plan that follows a group, of the given class where several do. */
export async function lineFollowing(client: AppClient, group: string, spendingClass?: string) {
  const line = (await client.plan.lines({})).find((candidate) =>
    candidate.quantities.some((quantity) => 'driver' in quantity && quantity.driver === group) && (spendingClass === undefined || candidate.spendingClass === spendingClass))
  if (!line) throw new Error(`the plan has no line that follows ${group}`)
  return line
}
