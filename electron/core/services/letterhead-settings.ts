import type { DocumentInput } from '#shared/sheets/input.ts'
import type { Logo } from '#shared/sheets/sheet.ts'
import { logoOf } from '../picture.ts'
import type { Session } from '../session.ts'

/** Setting that holds the emblem as a data URL. It is large: it does not go out with the others. */
export const LOGO_SETTING = 'letterhead.logo'

/** Settings as the window reads them. */
export function plainSettings(session: Session): Record<string, string> {
  return Object.fromEntries([...session.workspace.settings()].filter(([key]) => key !== LOGO_SETTING))
}

function lines(text: string | undefined): string[] {
  return (text ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '')
}

function logoFrom(url: string | undefined): Logo | null {
  const base64 = /^data:image\/(?:png|jpeg);base64,(.*)$/.exec(url ?? '')?.[1]
  return base64 === undefined ? null : logoOf('', Buffer.from(base64, 'base64'))
}

/** What the office's papers begin with, as it was typed and supplied; no lines: the usual ones. */
export function letterheadOf(settings: ReadonlyMap<string, string>): NonNullable<DocumentInput['letterhead']> {
  return { lines: lines(settings.get('letterhead.lines')), address: lines(settings.get('letterhead.address')), logo: logoFrom(settings.get(LOGO_SETTING)) }
}
