import type { NotRead } from '#shared/domain/not-read.ts'
import type { Session } from '../session.ts'

const PATH = 'not-read/'
/** Faults of a file that are kept with its series, and characters of a value: enough to find them again. A file with more is read with the wrong columns. */
const KEPT = 5_000
const VALUE = 80

/** Keeps with a series what could not be read of its file, in place of what was kept before. Call inside the step that writes the series. */
export function keepNotRead(session: Session, seriesId: string, notRead: readonly NotRead[]): void {
  if (notRead.length === 0) session.workspace.removeSetting(`${PATH}${seriesId}`)
  else session.workspace.setSetting(`${PATH}${seriesId}`, JSON.stringify(notRead.slice(0, KEPT).map((one) => ({ ...one, value: one.value.slice(0, VALUE) }))))
}

/** What could not be read of a series' file; nothing for one that was brought in before this was kept. */
export function notReadOf(session: Session, seriesId: string): readonly NotRead[] {
  const kept = session.workspace.keyed(PATH).get(seriesId)
  return kept === undefined ? [] : JSON.parse(kept) as NotRead[]
}
