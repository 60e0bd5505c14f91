import type { SheetKey } from '#shared/sheets/input.ts'
import type { Signatory } from '#shared/sheets/sheet.ts'

/**
 * Who signs a paper, where the office said so: a setting `sign.<sheet>` holds lines of `lead|role|name|NIP`. What is not set
 * keeps the usual signatories.
 */
export function signatories(settings: ReadonlyMap<string, string>): Partial<Record<SheetKey, readonly Signatory[]>> {
  const found: Partial<Record<SheetKey, readonly Signatory[]>> = {}
  for (const [key, value] of settings) {
    if (!key.startsWith('sign.')) continue
    const rows = value.split('\n').map((row) => row.split('|').map((part) => part.trim())).filter((row) => row.length > 1)
    // Emptied: the usual ones again.
    if (rows.length === 0) continue
    found[key.slice('sign.'.length) as SheetKey] = rows.map(([lead = '', role = '', name = '', nip = ''], index) => ({
      lead, role, name: name === '' ? null : name, nip: nip === '' ? null : nip, ...(index === rows.length - 1 ? { dated: true } : {}),
    }))
  }
  return found
}
