import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { backupName, parseBackupName } from '#core/db/backup-names.ts'
import { backupsToDrop, type StoredBackup } from '#core/db/retention.ts'

const NOW = '2026-11-21 14.32.00'

function backup(at: string, reason = 'berkala', good?: boolean): StoredBackup {
  return { id: `${at} ${reason}`, at, reason, good }
}

/** One backup an hour, from nine to sixteen, on each of so many days up to today. */
function hourly(days: number): StoredBackup[] {
  return Array.from({ length: days }, (_, ago) => new Date(Date.parse('2026-11-21T00:00:00Z') - ago * 86_400_000).toISOString().slice(0, 10))
    .flatMap((day) => Array.from({ length: 8 }, (_, hour) => backup(`${day} ${String(9 + hour).padStart(2, '0')}.00.00`)))
}

function kept(backups: readonly StoredBackup[]): string[] {
  const dropped = new Set(backupsToDrop(backups, NOW))
  return backups.filter(({ id }) => !dropped.has(id)).map(({ id }) => id).toSorted()
}

describe('which backups are kept', () => {
  it('the ten newest, one of each of 30 days, one of each of 12 months', () => {
    const ids = kept(hourly(500))
    expect(ids.filter((id) => id.startsWith('2026-11-21'))).toHaveLength(8)
    // the two newest of yesterday fill up the ten, the newest one also stands for its day
    expect(ids.filter((id) => id.startsWith('2026-11-20')).map((id) => id.slice(11, 16))).toEqual(['15.00', '16.00'])
    expect(ids.filter((id) => id.startsWith('2026-11-19')).map((id) => id.slice(11, 16))).toEqual(['16.00'])
    expect(new Set(ids.filter((id) => id >= '2026-10-23').map((id) => id.slice(0, 10))).size).toBe(30)
    expect(ids.filter((id) => id < '2026-10-23').map((id) => id.slice(0, 10)))
      .toEqual(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31', '2026-06-30', '2026-07-31', '2026-08-31', '2026-09-30'])
  })

  it.each(['manual', 'pulih', 'skema-2', 'skema-11'])('for ever: %s', (reason) => {
    const old = backup('2019-01-01 08.00.00', reason)
    expect(kept([...hourly(60), old])).toContain(old.id)
  })

  it('never the damaged one instead of the good one, and everything where none is good', () => {
    const days = hourly(3).map((found, index) => ({ ...found, good: index >= 20 }))
    expect(kept(days)).toEqual(expect.arrayContaining(days.slice(20).map(({ id }) => id)))
    expect(backupsToDrop(days.map((found) => ({ ...found, good: false })), NOW)).toEqual([])
  })

  const stored = fc.record({
    at: fc.date({ min: new Date('2024-01-01'), max: new Date('2027-06-01'), noInvalidDate: true }).map((date) => date.toISOString().replace('T', ' ').replaceAll(':', '.').slice(0, 19)),
    reason: fc.constantFrom('berkala', 'tutup', 'impor', 'alokasi', 'manual', 'skema-2'), good: fc.constantFrom(true, false, undefined),
  }).map(({ at, reason, good }) => backup(at, reason, good))
  const lists = fc.uniqueArray(stored, { selector: ({ id }) => id, maxLength: 80 })

  it('always the newest good one, whatever there is; dropping twice drops no more', () => {
    fc.assert(fc.property(lists, (backups) => {
      const dropped = new Set(backupsToDrop(backups, NOW))
      const left = backups.filter(({ id }) => !dropped.has(id))
      const newestGood = backups.filter(({ good }) => good !== false).toSorted((a, b) => (a.at < b.at ? 1 : -1))[0]
      expect(newestGood === undefined ? dropped.size : Number(dropped.has(newestGood.id))).toBe(0)
      expect(left.length).toBeGreaterThanOrEqual(Math.min(10, backups.filter(({ good }) => good !== false).length))
      expect(backupsToDrop(left, NOW)).toEqual([])
      expect(backupsToDrop(backups.toReversed(), NOW)).toEqual([...dropped])
    }))
  })
})

describe('the name of a backup', () => {
  it('says of what, when and why, and is read back, also numbered and with spaces', () => {
    const name = { stem: 'Desa Kalipucung (2) 2026', at: NOW, reason: 'skema-2' }
    expect(backupName(name)).toBe('Desa Kalipucung (2) 2026 2026-11-21 14.32.00 skema-2.rembuk')
    expect(parseBackupName(backupName(name))).toEqual(name)
    expect(parseBackupName(backupName(name, 3))).toEqual(name)
  })

  it.each(['desa.rembuk', 'desa 2026-11-21 14.32.00.rembuk', 'desa 2026-11-21 14.32.00 manual.rembuk.sebagian', 'desa 2026-11-21 manual.rembuk'])('is not %s', (name) => {
    expect(parseBackupName(name)).toBeUndefined()
  })
})
