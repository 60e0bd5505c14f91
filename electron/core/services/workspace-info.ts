import path from 'node:path'
import { placeWarnings } from '../db/place.ts'
import { findRegion, regionPath } from '../regions/lookup.ts'
import type { Session } from '../session.ts'

/** Whose workspace this is. `name` is the file's name without its folder: the contract never speaks of paths. */
export function workspaceInfo(session: Session) {
  const { region, kind, sample } = session.workspace.get()
  return {
    name: path.basename(session.file), region, regionName: findRegion(region)?.name ?? region, regionPath: regionPath(region).map(({ code, name }) => ({ code, name })), kind, sample, plans: session.plans.heads().length,
    warnings: placeWarnings(session.file),
  }
}
