import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AppError } from '#core/app-error.ts'
import { createWorkspace } from '#core/session.ts'
import { describeError } from '#electron/hosts/common/describe-error.ts'
import { homeFolder, openHome } from '#electron/hosts/common/home.ts'

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

  test('is not even made before something is put there', async () => {
    const backend = await openHome({ env: { REMBUK_HOME: folder } })
    expect(backend.home.current()).toBeNull()
    expect(backend.home.list()).toEqual({ folder: 'Rembuk', workspaces: [] })
    await backend.close()
    expect(existsSync(folder)).toBe(false)
  })

  test('gets the sample where it is asked for, once; a file that is there is never touched', async () => {
    const env = { REMBUK_HOME: folder, REMBUK_OPEN: 'sample' }
    const first = await openHome({ env })
    expect(first.home.current()?.name).toBe('contoh-kalipucung.rembuk')
    await first.close()
    const file = path.join(folder, 'contoh-kalipucung.rembuk')
    const before = readFileSync(file)
    const second = await openHome({ env })
    await second.close()
    expect(readFileSync(file).equals(before)).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(['contoh-kalipucung.rembuk', 'terakhir-dibuka.json'])
  })

  test('lets a host begin with the file that it was given, whatever the environment says', async () => {
    const file = path.join(path.dirname(path.dirname(folder)), 'desa.rembuk')
    createWorkspace(file, { region: '35.05.07.2001' }).close()
    const backend = await openHome({ file, env: { REMBUK_HOME: folder, REMBUK_OPEN: 'sample' } })
    expect(backend.context.session?.file).toBe(file)
    await backend.close()
    expect(backend.context.session).toBeUndefined()
  })

  test('lets a host go on with the file that was open when it ended; not with one that was closed, is gone or cannot be opened', async () => {
    const env = { REMBUK_HOME: folder }
    const first = await openHome({ env: { ...env, REMBUK_OPEN: 'sample' } })
    await first.close()
    const second = await openHome({ env })
    expect(second.home.current()?.name).toBe('contoh-kalipucung.rembuk')
    await second.home.close()
    await second.close()
    const third = await openHome({ env })
    expect(third.home.current()).toBeNull()
    const file = path.join(folder, 'contoh-kalipucung.rembuk')
    await third.home.openFile(file)
    await third.close()
    truncateSync(file, 12_288)
    const fourth = await openHome({ env })
    expect(fourth.home.current()).toBeNull()
    expect(fourth.home.list().workspaces).toMatchObject([{ name: 'contoh-kalipucung.rembuk', state: 'damaged' }])
    await fourth.close()
    rmSync(file)
    expect((await openHome({ env })).home.current()).toBeNull()
  })

  test('of a host that is given what is no workspace ends in that error', async () => {
    await expect(openHome({ file: import.meta.filename, env: { REMBUK_HOME: folder } })).rejects.toMatchObject({ code: 'workspace_foreign' })
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
