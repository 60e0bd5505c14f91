import { z } from 'zod'
import { command, query } from './procedure.ts'
import { planId, planKind } from './values.ts'

const nothing = z.strictObject({})

export const step = z.object({ id: z.int(), name: z.string(), words: z.record(z.string(), z.union([z.string(), z.number()])), madeAt: z.string() })

export const workspaceInfo = z.object({
  name: z.string(), region: z.string(), regionName: z.string(), regionPath: z.array(z.object({ code: z.string(), name: z.string() })), kind: planKind, sample: z.boolean(),
  /** How many plans are in the file; a new one, and one that was taken back to its beginning, has none. */
  plans: z.int(),
  /** What is risky about the place of the file; `what` names the share or the service. */
  warnings: z.array(z.object({ code: z.enum(['network_share', 'synchronised_folder']), what: z.string() })),
})

/** The open workspace itself: whose it is, its steps, its settings. */
export const workspaceContract = {
  info: query(['workspace'], nothing, workspaceInfo),
  /** Newest first. */
  steps: query(['workspace', 'plan', 'caseload', 'allocation', 'rules'], nothing, z.array(step)),
  /** Signatories, paper and the like, by key. */
  settings: query(['workspace'], nothing, z.record(z.string(), z.string())),
  /** Who signs each paper of a plan: those named in the setting `sign.<sheet>` (lines of `lead|role|name|NIP`), else the usual ones. */
  signatories: query(['workspace', 'plan'], z.strictObject({ planId }), z.array(z.object({
    sheet: z.string(), named: z.boolean(), people: z.array(z.object({ lead: z.string(), role: z.string(), name: z.string(), nip: z.string() })),
  })), ['plan_missing', 'plan_not_found']),
  /** What the papers begin with: lines and address (settings `letterhead.lines`, `letterhead.address`, one a row; no lines: the usual ones) and the emblem. */
  letterhead: query(['workspace', 'plan'], z.strictObject({ planId }), z.object({
    lines: z.array(z.string()), usual: z.array(z.string()), address: z.array(z.string()),
    logo: z.object({ src: z.string(), width: z.int(), height: z.int(), bytes: z.int() }).nullable(),
  }), ['plan_missing', 'plan_not_found']),
  /** Keeps a PNG or JPEG of at most 200,000 bytes and 2,000 pixels as the emblem; null takes it away. */
  setLogo: command(['workspace'], z.strictObject({ file: z.file().nullable() }), z.object({ logo: z.boolean() }), ['logo_not_a_picture', 'logo_too_big']),
  setSetting: command(['workspace'], z.strictObject({ key: z.string().min(1).max(60).regex(/^[a-z][A-Za-z0-9.-]*$/), value: z.string().max(2000) }), z.record(z.string(), z.string())),
}
