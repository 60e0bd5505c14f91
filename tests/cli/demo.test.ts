import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { rembuk } from '#tests/support/command-line.ts'
import { sharedFolder } from '#tests/support/workspace.ts'

const folder = sharedFolder()

it('demo makes both samples and all their papers in one go, and will not touch what is there', async () => {
  const made = await rembuk(['demo', '--out', 'contoh', '--json'], { cwd: folder })
  expect({ exit: made.exit, err: made.err }).toEqual({ exit: 0, err: '' })
  const answer = made.json<{ workspace: string; regency: string; files: string[]; summary: Record<string, unknown> }>()
  expect(path.isAbsolute(answer.workspace)).toBe(true)
  expect([answer.workspace, answer.regency, ...answer.files].filter((file) => !existsSync(file))).toEqual([])
  expect(answer.files.map((file) => path.basename(file))).toEqual(expect.arrayContaining(['contoh-kalipucung-workbook.xlsx', 'contoh-kalipucung-tabel-5.xlsx', 'contoh-kota-kediri-rkpd.xlsx']))
  expect(answer.summary).toMatchObject({ need: 173_614_000, children: { covered: 16, total: 16 } })
  const before = readFileSync(answer.workspace)
  const again = await rembuk(['demo', '--out', 'contoh', '--json'], { cwd: folder })
  expect(again.exit).toBe(1)
  expect(again.error().code).toBe('workspace_exists')
  expect(readFileSync(answer.workspace).equals(before)).toBe(true)
}, 240_000)
