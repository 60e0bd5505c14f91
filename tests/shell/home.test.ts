import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#core/app-error.ts'
import { describeError } from '#electron/hosts/common/describe-error.ts'
import { ensureSample, homeFolder, SAMPLE_FILE } from '#electron/hosts/common/home.ts'

let folder: string
beforeEach(() => {
  folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'rembuk-home-')), 'deep/Rembuk')
})
afterEach(() => rmSync(path.dirname(path.dirname(folder)), { recursive: true, force: true }))

describe('the home folder', () => {
  test('is the one that REMBUK_HOME names, else Rembuk in the user\'s own', () => {
    expect(homeFolder({ REMBUK_HOME: folder })).toBe(folder)
    expect(homeFolder({})).toBe(path.join(os.homedir(), 'Rembuk'))
    expect(homeFolder({ REMBUK_HOME: '' })).toBe(path.join(os.homedir(), 'Rembuk'))
  })

  test('gets the sample once; a file that is there is never touched', async () => {
    const file = await ensureSample(folder, async (target) => writeFileSync(target, 'first'))
    expect(file).toBe(path.join(folder, SAMPLE_FILE))
    await ensureSample(folder, async (target) => writeFileSync(target, 'second'))
    expect(readFileSync(file, 'utf8')).toBe('first')
    expect(readdirSync(folder)).toEqual([SAMPLE_FILE])
  })

  test('holds no half-made sample after a failure', async () => {
    const make = async (target: string) => {
      writeFileSync(target, 'half')
      writeFileSync(`${target}-journal`, 'half')
      throw new Error('disk full')
    }
    await expect(ensureSample(folder, make)).rejects.toThrow('disk full')
    expect(existsSync(path.join(folder, SAMPLE_FILE))).toBe(false)
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('what keeps a host from starting', () => {
  test('is said in the catalogue\'s words, with its file', () => {
    const error = new AppError('workspace_foreign', { file: '/tmp/foto.rembuk' })
    expect(describeError(error)).toContain('/tmp/foto.rembuk')
    expect(describeError(error, 'en')).not.toBe(describeError(error, 'id'))
  })

  test('is told as it is where it was not foreseen', () => {
    expect(describeError(new Error('EACCES'))).toContain('EACCES')
  })
})
