import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { THEMES } from '../domain/theme.ts'
import { seriesSummary } from './caseload.ts'
import { planOverview } from './overview.ts'
import { planSummary } from './plan.ts'
import { command, query } from './procedure.ts'
import { planKind, progress, rupiah, wholeNumber } from './values.ts'
import { workspaceInfo } from './workspace.ts'

const nothing = z.strictObject({})
/** Names a workspace file for as long as the host runs; the contract never speaks of paths. */
const workspaceId = z.string().min(1).max(60)
const region = z.string().max(20)
const fiscalYear = z.int().min(2024).max(2040)

/** How a file looks without opening it fully: a damage that lies deeper is told when it is opened. missing: opened lately, and not where it was. */
export const WORKSPACE_STATES = ['ok', 'backup', 'damaged', 'newer', 'foreign', 'in_use', 'missing'] as const

const workspaceItem = z.object({
  id: workspaceId, name: z.string(),
  /** Name of the folder that it lies in, where that is not the home folder: two files may share a name. */
  folder: z.string().nullable(),
  regionName: z.string().nullable(), kind: planKind.nullable(), sample: z.boolean(), modifiedAt: z.string(), state: z.enum(WORKSPACE_STATES), open: z.boolean(),
})
export type WorkspaceItem = z.infer<typeof workspaceItem>

const opened = z.object({ id: workspaceId, name: z.string(), readOnly: z.boolean() })
export type Opened = z.infer<typeof opened>
/** `from`: name of what was copied where the opened workspace is a copy of it (a backup, a dropped file). */
export const openedCopy = opened.extend({ from: z.string().nullable() })

export const OPEN_ERRORS = [
  'workspace_not_found', 'workspace_foreign', 'workspace_newer', 'workspace_damaged', 'workspace_read_only', 'workspace_in_use', 'workspace_no_space', 'workspace_exists',
  'target_not_writable', 'migration_failed', 'workspace_is_backup',
] as const
const MAKE_ERRORS = [...OPEN_ERRORS, 'region_unknown', 'region_kind_mismatch', 'year_out_of_range', 'stopped'] as const
const chosen = { language: z.enum(['id', 'en']), theme: z.enum(THEMES) }
/** How the window looks to the one who sits before it, whichever file is open; null: never chosen. */
export const windowPreferences = z.object({ language: chosen.language.nullable(), theme: chosen.theme.nullable() })
export type WindowPreferences = z.infer<typeof windowPreferences>

/**
 * What was chosen last on this machine, which file is open, and what its first screen shows: a window that asked for each of them would wait for one
 * before it knows to ask for the next. `plan` is null where there is none, or where its figures cannot be had: asked for singly, they say why.
 */
const opening = z.object({
  preferences: windowPreferences, current: opened.nullable(),
  plan: z.object({ info: workspaceInfo, series: z.array(seriesSummary), summary: planSummary, overview: planOverview }).nullable(),
})
export type Opening = z.infer<typeof opening>

const ALL = ['home', 'workspace', 'caseload', 'plan', 'allocation', 'rules', 'scenario'] as const
const made = eventIterator(z.discriminatedUnion('event', [progress, z.object({ event: z.literal('done'), opened })]))

/** Workspace files: find, make, open and close them. One is open at a time; the procedures of the other areas speak of that one. */
export const homeContract = {
  current: query(['home'], nothing, opened.nullable()),
  /** What lies in the home folder and what was opened lately, also elsewhere, the latest first; what is no workspace at all last. `folder` is the home folder's name. */
  list: query(['home'], nothing, z.object({ folder: z.string(), workspaces: z.array(workspaceItem) })),
  /** Regions by everyday words (`desa kalipucung blitar`) or by code, likeliest first; `path` names what each lies in, nearest first. */
  regions: query([], z.strictObject({ text: z.string().max(100), level: z.enum(['village', 'regency']), limit: z.int().min(1).max(50).default(12) }),
    z.array(z.object({ code: z.string(), name: z.string(), kind: planKind, city: z.boolean(), path: z.array(z.string()) }))),
  /** What a new plan would be for today, and what the help costs per child and month where nobody says otherwise. */
  defaults: query([], nothing, z.object({ years: z.object({ desa: z.int(), kelurahan: z.int(), regency: z.int() }), helpPerMonth: rupiah })),
  /** What the window begins with, in one answer. */
  opening: query(ALL, nothing, opening),
  /** Keeps what is given; what is left out stays as it is. */
  setPreferences: command(['home'], z.strictObject({ language: chosen.language.optional(), theme: chosen.theme.optional() }), windowPreferences),
  /** Opens a workspace in place of the one that is open. A backup is copied to a new file first. `readOnly`: looks and changes nothing. */
  open: command(ALL, z.strictObject({ id: workspaceId, readOnly: z.boolean().default(false) }), openedCopy, OPEN_ERRORS),
  /** The way out of a damaged file: its newest good backup as a new file, opened. The damaged file stays as it is. */
  openBackup: command(ALL, z.strictObject({ id: workspaceId }), openedCopy, OPEN_ERRORS),
  /** The other way out: what can still be read of a damaged file as a new file, opened; says what was lost. */
  salvage: command(ALL, z.strictObject({ id: workspaceId }),
    openedCopy.extend({ whole: z.boolean(), rows: wholeNumber, lost: wholeNumber.nullable() }), OPEN_ERRORS),
  /** Takes a workspace that was dropped into the window in: as a copy in the home folder, never over another. */
  bring: command(ALL, z.strictObject({ file: z.file() }), openedCopy, [...OPEN_ERRORS, 'file_empty']),
  /** Makes a workspace with the usual first plan of its kind and opens it. */
  create: command(ALL, z.strictObject({ region, fiscalYear: fiscalYear.optional() }), opened, MAKE_ERRORS),
  /** Opens a sample, made beforehand where it is not there yet. */
  sample: command(ALL, z.strictObject({ which: z.enum(['village', 'city', 'regency']) }), made, MAKE_ERRORS),
  /**
   * Five numbers, one plan: makes a workspace with counts, plan, price and ceiling, allocates and opens it. `ceiling` is the Dana Desa
   * of a desa (all of it, or its regular part) or the DAU of a kelurahan.
   */
  quickStart: command(ALL, z.strictObject({
    region, fiscalYear, stunted: wholeNumber.min(1), ceiling: rupiah, ceilingPart: z.enum(['total', 'regular']).default('regular'), helpPerMonth: rupiah.min(1),
  }), made, [...MAKE_ERRORS, 'money_range', 'amount_invalid']),
  /** Takes a file off the list; the file itself is not touched. Opened once more it is back. */
  forget: command(['home'], z.strictObject({ id: workspaceId }), z.object({ name: z.string() }), ['workspace_not_found']),
  close: command(ALL, nothing, z.object({ closed: z.boolean() })),
}
