import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll } from 'vitest'
import type { Ports } from '#core/session.ts'

const folders: string[] = []

/** A folder of the test's own, gone after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-test-'))
  folders.push(folder)
  return folder
}

/** Takes away what `temporaryFolder` made; called after each test. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** A folder for all tests of a file, gone after the last; asked for outside of them. */
export function sharedFolder(): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'rembuk-test-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A clock that stands still and ids that count, so that equal commands give equal files. */
export function fixedPorts(now = '2026-11-21T14:32:00'): Ports {
  let next = 0
  return { now: () => new Date(now), newId: () => `id-${String((next += 1)).padStart(6, '0')}` }
}
