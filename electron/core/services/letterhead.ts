import { contextOf, usualLetterhead } from '#shared/sheets/input.ts'
import { logoOf } from '../picture.ts'
import type { Session } from '../session.ts'
import { documentInput } from './export-document.ts'
import { LOGO_SETTING, letterheadOf } from './letterhead-settings.ts'
import { planView } from './plan-view.ts'

/** The letterhead of a plan's papers, the usual lines beside it. @throws AppError plan_* */
export function readLetterhead(session: Session, planId: string | undefined) {
  const { lines: typed, address, logo } = letterheadOf(session.workspace.settings())
  const context = contextOf(documentInput(session, planView(session, planId), { language: 'id', findings: false }))
  return {
    lines: [...typed], usual: usualLetterhead(context), address: [...address],
    logo: logo && { src: `data:image/${logo.type};base64,${logo.base64}`, width: logo.width, height: logo.height, bytes: Buffer.byteLength(logo.base64, 'base64') },
  }
}

/** Keeps the emblem of the letterhead, or takes it away. One step. @throws AppError logo_not_a_picture, logo_too_big, workspace_* */
export async function setLogo(session: Session, file: File | null): Promise<{ logo: boolean }> {
  if (file === null) session.setSetting(LOGO_SETTING, '')
  else {
    const { type, base64 } = logoOf(file.name, new Uint8Array(await file.arrayBuffer()))
    session.setSetting(LOGO_SETTING, `data:image/${type};base64,${base64}`)
  }
  return { logo: file !== null }
}
