import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fileFromArguments } from '#electron/main/arguments.ts'
import { startShell } from '#electron/main/shell.ts'
import { readWindowState, visibleBounds } from '#electron/main/window-state.ts'
import { app, BrowserWindow, dialog, ipcMain, Menu, session, shell, StandInContents, StandInFrame } from '#tests/support/electron.ts'
import { tinyRouter } from '#tests/support/tiny-router.ts'

const offered: string[] = []
const files = {
  folder: '/rumah/Rembuk',
  offer(file: string) {
    offered.push(file)
    return `id${offered.length}`
  },
  recent: () => [{ id: 'satu', name: 'Desa A & B' }],
  open: true,
  isOpen: () => files.open,
  backUp: vi.fn<() => Promise<string | undefined>>(),
}
const stateFile = path.join(app.folder, 'jendela.json')
const { argv } = process

beforeAll(async () => {
  mkdirSync(app.folder, { recursive: true })
  writeFileSync(stateFile, JSON.stringify({ bounds: { x: 100, y: 50, width: 1000, height: 600 }, maximised: true, language: 'en' }))
  process.argv = ['/opt/rembuk/rembuk', '--flag', '/data/Desa Kalipucung.rembuk']
  await startShell({ rendererDir: app.folder, preload: '/app/preload.cjs', openBackend: async () => ({ router: tinyRouter, files, close: () => undefined }), describeError: String })
  process.argv = argv
})

function first(): BrowserWindow {
  const window = BrowserWindow.all[0]
  if (!window) throw new Error('no window was opened')
  return window
}

beforeEach(() => {
  offered.length = 0
  first().calls.length = 0
  first().webContents.sent.length = 0
  dialog.shown.length = 0
})

describe('the window that was left', () => {
  test('comes back where it was, maximised', () => {
    expect(first().options).toMatchObject({ x: 100, y: 50, width: 1000, height: 600 })
  })

  test('is remembered when it is closed', () => {
    first().bounds = { x: 7, y: 8, width: 900, height: 700 }
    first().maximised = false
    first().emit('close')
    expect(readWindowState(stateFile)).toEqual({ bounds: { x: 7, y: 8, width: 900, height: 700 }, maximised: false, language: 'en' })
  })

  test.each([
    ['on the screen', { x: 0, y: 0, width: 1366, height: 728 }, true],
    ['half off it', { x: -700, y: 100, width: 1000, height: 600 }, true],
    ['where a projector stood', { x: 1500, y: 0, width: 1000, height: 600 }, false],
    ['with its title bar above the screen', { x: 0, y: -40, width: 1000, height: 600 }, false],
  ])('%s: %j %s', (_, bounds, kept) => {
    expect(visibleBounds(bounds, [{ x: 0, y: 0, width: 1366, height: 728 }]) !== undefined).toBe(kept)
  })

  test.each(['', '{', '{"bounds":{"x":1}}', '{"language":"fr"}'])('a state that cannot be read counts as none: %s', (text) => {
    const file = path.join(app.folder, 'lain.json')
    writeFileSync(file, text)
    expect(readWindowState(file)).toEqual({ maximised: false, language: 'id' })
  })
})

describe('a workspace that the system hands over', () => {
  test('is named by the first address of the window', () => {
    expect(first().webContents.mainFrame.url).toBe('app://rembuk/#/berkas/id1')
  })

  test('by a second start goes to the first window', () => {
    app.emit('second-instance', {}, ['/opt/rembuk/rembuk', 'lain.rembuk'], '/data')
    expect(offered).toEqual(['/data/lain.rembuk'])
    expect(first().calls).toEqual(['restore', 'focus', 'loadURL app://rembuk/#/berkas/id1'])
  })

  test('by macOS opens, too', () => {
    let prevented = false
    app.emit('open-file', { preventDefault: () => (prevented = true) }, '/data/mac.rembuk')
    expect(prevented).toBe(true)
    expect(offered).toEqual(['/data/mac.rembuk'])
  })

  test.each([
    [['exe', 'a.rembuk'], '/d/a.rembuk'],
    [['electron', '/app', '/x/B.REMBUK'], '/x/B.REMBUK'],
    [['exe', '--a.rembuk'], undefined],
    [['a.rembuk'], undefined],
    [['exe', 'a.xlsx'], undefined],
  ])('%j names %s', (args, file) => {
    expect(fileFromArguments(args, '/d')).toBe(file)
  })

  test.each([
    ['from the own page', () => first().webContents.mainFrame, '/data/jatuh.rembuk', 1],
    ['from a foreign page', () => new StandInFrame('https://rembuk.example/'), '/data/jatuh.rembuk', 0],
    ['from a frame in the page', () => new StandInFrame('app://rembuk/'), '/data/jatuh.rembuk', 0],
    ['that is no workspace', () => first().webContents.mainFrame, '/etc/passwd', 0],
    ['by a relative path', () => first().webContents.mainFrame, 'jatuh.rembuk', 0],
    ['that is no path', () => first().webContents.mainFrame, { file: 'x.rembuk' }, 0],
  ])('dropped %s', (_, frame, file, times) => {
    ipcMain.emit('rembuk:open', { senderFrame: frame(), sender: first().webContents }, file)
    expect(offered).toHaveLength(times)
  })
})

describe('the menu', () => {
  const labels = () => Menu.menu.map((item) => item.label)
  const click = (id: string) => Menu.item(id)?.click?.()

  test('speaks the language that was remembered, and that which the window changes to', () => {
    expect(labels()).toEqual(['File', 'Edit', 'View', 'Help'])
    ipcMain.emit('rembuk:language', { senderFrame: new StandInFrame('app://rembuk/'), sender: new StandInContents() }, 'id')
    expect(labels()[0]).toBe('File')
    ipcMain.emit('rembuk:language', { senderFrame: first().webContents.mainFrame, sender: first().webContents }, 'id')
    expect(labels()).toEqual(['Berkas', 'Sunting', 'Tampilan', 'Bantuan'])
    expect(JSON.parse(readFileSync(stateFile, 'utf8'))).toMatchObject({ language: 'id' })
  })

  test('changes the language of the window', () => {
    click('en')
    expect(labels()[0]).toBe('File')
    expect(first().webContents.sent).toEqual([['rembuk:do', 'language:en']])
    expect(Menu.item('en')?.checked).toBe(true)
    click('id')
  })

  test('hands undo, redo and closing to the window, and leaves the keys to it', () => {
    for (const id of ['undo', 'redo', 'close']) click(id)
    expect(first().webContents.sent).toEqual([['rembuk:do', 'undo'], ['rembuk:do', 'redo'], ['rembuk:do', 'close']])
    expect([Menu.item('undo')?.registerAccelerator, Menu.item('redo')?.registerAccelerator]).toEqual([false, false])
  })

  test('opens what is picked, what was opened lately, and the first screen', async () => {
    dialog.picked = ['/data/dipilih.rembuk']
    click('open')
    await vi.waitFor(() => expect(offered).toEqual(['/data/dipilih.rembuk']))
    expect(dialog.shown).toEqual(['open rembuk in /rumah/Rembuk'])
    const recent = Menu.item('recent')?.submenu?.[0]
    expect(recent?.label).toBe('Desa A && B')
    recent?.click?.()
    click('new')
    expect(first().calls).toEqual(['loadURL app://rembuk/#/berkas/id1', 'loadURL app://rembuk/#/berkas/satu', 'loadURL app://rembuk/#/berkas'])
    dialog.picked = []
  })

  test('backs up and says where to; what fails is said, too', async () => {
    files.backUp.mockResolvedValueOnce('/rumah/Rembuk/Cadangan Rembuk/desa.rembuk')
    click('backup')
    await vi.waitFor(() => expect(dialog.shown).toEqual(['Cadangan dibuat: /rumah/Rembuk/Cadangan Rembuk/desa.rembuk']))
    files.backUp.mockRejectedValueOnce(new Error('penuh'))
    click('backup')
    await vi.waitFor(() => expect(dialog.shown.at(-1)).toBe('Rembuk: Error: penuh'))
  })

  test('offers backing up and closing only while something is open', () => {
    files.open = false
    first().emit('focus')
    expect([Menu.item('backup')?.enabled, Menu.item('close')?.enabled]).toEqual([false, false])
    files.open = true
    first().emit('page-title-updated')
    expect(Menu.item('close')?.enabled).toBe(true)
  })

  test('shows the folder of the workspaces', () => {
    click('folder')
    expect(shell.opened).toEqual(['/rumah/Rembuk'])
  })
})

test('a download asks where to, by its own name and nothing that leads elsewhere', () => {
  const asked: unknown[] = []
  session.defaultSession.emit('will-download', {}, { getFilename: () => '../../rencana.xlsx', setSaveDialogOptions: (options: unknown) => asked.push(options), once: () => undefined })
  expect(asked).toEqual([{ title: 'Simpan dokumen', defaultPath: path.join(app.folder, 'documents', 'rencana.xlsx') }])
})

test.each([['completed', 'yes'], ['cancelled', 'no'], ['interrupted', 'failed']])('the page is told how a download ends: %s', (state, said) => {
  const item = Object.assign(new EventEmitter(), { getFilename: () => 'rencana.xlsx', setSaveDialogOptions: () => undefined })
  session.defaultSession.emit('will-download', {}, item)
  first().webContents.sent.length = 0
  item.emit('done', {}, state)
  item.emit('done', {}, state)
  expect(first().webContents.sent).toEqual([['rembuk:do', `download:${said}`]])
})

describe('several documents that were announced', () => {
  const frame = () => first().webContents.mainFrame
  const announce = (count: unknown, from: unknown = frame()) => ipcMain.emit('rembuk:downloads', { senderFrame: from, sender: first().webContents }, count)
  function download(name: string): { saved: string[]; asked: number; cancelled: boolean } {
    const seen = { saved: [] as string[], asked: 0, cancelled: false }
    session.defaultSession.emit('will-download', { preventDefault: () => (seen.cancelled = true) }, { getFilename: () => name, once: () => undefined, setSaveDialogOptions: () => (seen.asked += 1), setSavePath: (file: string) => seen.saved.push(file) })
    return seen
  }

  test('ask once for a folder, in which nothing is written over; the next one asks for itself again', () => {
    frame().url = 'app://rembuk/'
    dialog.picked = [app.folder]
    writeFileSync(path.join(app.folder, 'rab.xlsx'), 'already here')
    announce(2)
    expect([download('../rab.xlsx'), download('rkp.xlsx')]).toEqual([
      { saved: [path.join(app.folder, 'rab (2).xlsx')], asked: 0, cancelled: false }, { saved: [path.join(app.folder, 'rkp.xlsx')], asked: 0, cancelled: false },
    ])
    expect(dialog.shown).toHaveLength(1)
    expect(download('lain.xlsx')).toEqual({ saved: [], asked: 1, cancelled: false })
  })

  test('are not begun where that dialog is left, and the page is told', () => {
    dialog.picked = []
    first().webContents.sent.length = 0
    announce(3)
    expect(dialog.shown).toHaveLength(1)
    expect(first().webContents.sent).toEqual([['rembuk:do', 'downloads:no']])
    dialog.picked = [app.folder]
    announce(3)
    expect(first().webContents.sent).toEqual([['rembuk:do', 'downloads:no'], ['rembuk:do', 'downloads:yes']])
    expect(download('rkp.xlsx')).toMatchObject({ saved: [path.join(app.folder, 'rkp.xlsx')], asked: 0 })
  })

  test.each([0, 1, 21, 2.5, '3', null])('announced as %j are asked for one by one', (count) => {
    announce(count)
    expect(download('rab.xlsx')).toMatchObject({ asked: 1, saved: [] })
  })

  test('announced by another page are not', () => {
    announce(3, new StandInFrame('https://example.invalid/'))
    expect(download('rab.xlsx')).toMatchObject({ asked: 1, saved: [] })
  })
})

describe('a PDF of the pages in sight', () => {
  const frame = () => first().webContents.mainFrame
  const ask = async (name: unknown, from: unknown = frame()) => {
    dialog.shown.length = 0
    first().webContents.sent.length = 0
    ipcMain.emit('rembuk:pdf', { senderFrame: from, sender: first().webContents }, name)
    await vi.waitFor(() => expect(first().webContents.sent.length + (from === frame() && typeof name === 'string' ? 0 : 1)).toBeGreaterThan(0))
    return first().webContents.sent
  }

  test('is printed on the paper that the pages name, where its user said, and is whole', async () => {
    frame().url = 'app://rembuk/'
    const target = path.join(app.folder, 'rab.pdf')
    dialog.picked = [target]
    expect(await ask('../Desa Kalipucung: rab')).toEqual([['rembuk:do', 'pdf:yes']])
    expect(dialog.shown).toEqual([`save ${path.join(app.folder, 'documents', '-Desa Kalipucung- rab.pdf')}`])
    expect(first().webContents.printed.at(-1)).toEqual({ printBackground: true, preferCSSPageSize: true })
    expect(readFileSync(target, 'utf8')).toBe('%PDF-1.4 stand-in')
  })

  test('is not printed where the dialog is left, for another page, or without a name; what cannot be written is said', async () => {
    const before = first().webContents.printed.length
    dialog.picked = []
    expect(await ask('rab')).toEqual([['rembuk:do', 'pdf:no']])
    expect(await ask('rab', new StandInFrame('https://example.invalid/'))).toEqual([])
    expect(await ask(7)).toEqual([])
    expect(first().webContents.printed).toHaveLength(before)
    dialog.picked = [path.join(app.folder, 'tidak', 'ada', 'rab.pdf')]
    expect(await ask('rab')).toEqual([['rembuk:do', 'pdf:no']])
    expect(dialog.shown.at(-1)).toContain('target_not_writable')
  })
})
