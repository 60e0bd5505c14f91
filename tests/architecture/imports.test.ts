import { describe, expect, test } from 'vitest'
import { importsOf, packageOf, readSource, sourceFiles } from '#tests/support/imports.ts'

const files = sourceFiles('{shared,electron,renderer}/**/*.{ts,tsx}')
const imports = files.flatMap(importsOf)
const show = (found: readonly { readonly from: string; readonly to: string }[]) => found.map(({ from, to }) => `${from} → ${to}`)
const inFolder = (file: string, folders: readonly string[]) => folders.some((folder) => file.startsWith(folder))

/** Folder, and the folders of ours that it may import from. The longest folder that a file lies in counts. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  'shared/': ['shared/'],
  'electron/core/': ['electron/core/', 'shared/'],
  'electron/hosts/common/': ['electron/hosts/common/', 'electron/core/', 'shared/'],
  'electron/hosts/browser/': ['electron/hosts/browser/', 'electron/hosts/common/', 'electron/core/', 'shared/'],
  'electron/main/': ['electron/main/', 'electron/hosts/common/', 'electron/core/', 'shared/'],
  'electron/preload/': ['electron/preload/', 'shared/'],
  // The command `serve` starts the browser host.
  'electron/cli/': ['electron/cli/', 'electron/hosts/', 'electron/core/', 'shared/'],
  'renderer/': ['renderer/', 'shared/'],
}

/** Package, and the only folders that may import it. */
const ONLY_IN: Readonly<Record<string, readonly string[]>> = {
  electron: ['electron/main/', 'electron/preload/'],
  'better-sqlite3': ['electron/core/db/'],
  exceljs: [],
  xlsx: ['electron/core/workbook/'],
  highs: ['electron/core/solver/'],
  react: ['renderer/'],
  'react-dom': ['renderer/'],
  '@tanstack/react-query': ['renderer/'],
  '@orpc/server': ['electron/'],
  i18next: ['shared/i18n/'],
}

test('the sources are found at all', () => {
  expect(files.length).toBeGreaterThan(40)
  expect(imports.length).toBeGreaterThan(files.length)
  expect(imports).toContainEqual({ from: 'electron/main/shell.ts', to: 'electron', ours: false })
  expect(imports).toContainEqual({ from: 'renderer/client.ts', to: 'shared/contract/index.ts', ours: true })
})

describe('who may import what', () => {
  test.each(Object.entries(MAY_IMPORT))('%s', (folder, allowed) => {
    const own = imports.filter(({ from, ours }) => ours && from.startsWith(folder))
    expect(own.length, `${folder} holds nothing: the rule would prove nothing`).toBeGreaterThan(folder === 'electron/preload/' ? -1 : 0)
    expect(show(own.filter(({ to }) => !inFolder(to, allowed)))).toEqual([])
  })

  test('every source lies in a folder with a rule', () => {
    expect(files.filter((file) => !inFolder(file, Object.keys(MAY_IMPORT)))).toEqual([])
  })

  test.each(Object.entries(ONLY_IN))('the package %s', (name, folders) => {
    const users = imports.filter(({ to, ours }) => !ours && packageOf(to) === name)
    expect(show(users.filter(({ from }) => !inFolder(from, folders)))).toEqual([])
  })

  test('shared is pure: neither Node nor Electron nor the window', () => {
    const packages = new Set(imports.filter(({ from, ours }) => !ours && from.startsWith('shared/')).map(({ to }) => packageOf(to)))
    expect([...packages].toSorted()).toEqual(['@orpc/contract', 'i18next', 'zod'])
  })

  test('the window has neither Node nor a library of the other side', () => {
    const foreign = imports.filter(({ from, to, ours }) => !ours && from.startsWith('renderer/') && (to.startsWith('node:') || packageOf(to) === '@orpc/server'))
    expect(show(foreign)).toEqual([])
  })

  test('the window has no schemas: of the contract it has at run time what needs nothing itself, and the topics, which the build makes words of', () => {
    const values = (file: string) => [...readSource(file).matchAll(/^import (?!type )[^'"]*from ['"]([^'"]+)['"]/gm)].map(([, to = '']) => to)
    const ofContract = files.filter((file) => file.startsWith('renderer/')).flatMap(values).filter((to) => /^(zod|@orpc\/contract|#shared\/contract\/.*)$/.test(to))
    const heavy = ofContract.filter((to) => !to.startsWith('#shared/') || values(to.slice(1)).length > 0)
    expect(heavy).toEqual(['#shared/contract/topics.ts'])
  })

  test('no feature imports another', () => {
    const featureOf = (file: string) => /^renderer\/features\/([^/]+)\//.exec(file)?.[1]
    const across = imports.filter(({ from, to }) => featureOf(from) && featureOf(to) && featureOf(from) !== featureOf(to))
    expect(show(across)).toEqual([])
    const upwards = imports.filter(({ from, to }) => from.startsWith('renderer/ui/') && /^renderer\/(features|app)\//.test(to))
    expect(show(upwards)).toEqual([])
  })

  test('imports between folders name the folder, and all name the file', () => {
    expect(show(imports.filter(({ to, ours }) => ours && !/\.(ts|tsx|css)$/.test(to)))).toEqual([])
  })
})

test('SQL stands under electron/core/db only', () => {
  const statement = /['"`]\s*(?:SELECT\s|INSERT INTO\s|UPDATE \w+ SET\s|DELETE FROM\s|CREATE (?:TABLE|INDEX|TRIGGER)\s|PRAGMA\s)/
  const holders = files.filter((file) => statement.test(readSource(file)))
  expect(holders.filter((file) => !file.startsWith('electron/core/db/'))).toEqual([])
  expect(holders.length).toBeGreaterThan(0)
})

test('worker threads are entries of the build: a file named *.worker.ts where the build looks', () => {
  const started = imports.filter(({ to }) => to.endsWith('.worker.ts'))
  expect(started.length).toBeGreaterThan(0)
  expect(show(started.filter(({ to }) => !/^electron\/core\/(db|workbook|solver)\/[^/]+\.worker\.ts$/.test(to)))).toEqual([])
})
