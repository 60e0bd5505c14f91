import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, packageOf, readSource, ROOT, sourceFiles } from '#tests/support/imports.ts'

interface Package {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly scripts: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}
const project = JSON.parse(readSource('package.json')) as Package
const readme = readSource('README.md')
const sources = sourceFiles('{shared,electron,renderer,build,tests}/**/*.{ts,tsx,mjs}')

describe('package.json', () => {
  test('pins every dependency to one version', () => {
    const loose = Object.entries({ ...project.dependencies, ...project.devDependencies }).filter(([, version]) => !/^(npm:@?[\w/.-]+@)?\d+\.\d+\.\d+$/.test(version))
    expect(loose).toEqual([])
  })

  test('lets only the pinned Node run a script while it is installed', () => {
    expect(Object.entries(project.allowScripts).filter(([, allowed]) => allowed)).toEqual([['node', true]])
    expect(project.devDependencies['node']).toMatch(/^24\./)
  })

  test('checks the Node before every script of ours', () => {
    const ours = Object.values(project.scripts).filter((script) => script.startsWith('node '))
    expect(ours.length).toBeGreaterThan(2)
    expect(ours.filter((script) => !script.startsWith('node --import ./build/scripts/require-node.mjs '))).toEqual([])
  })

  test('ships only what stays outside the bundle', () => {
    expect(Object.keys(project.dependencies)).toEqual(['better-sqlite3', 'highs'])
  })

  test('names every package that is imported, and each has its reason in the README', () => {
    const used = new Set(sources.flatMap(importsOf).filter(({ ours, to }) => !ours && !to.startsWith('node:')).map(({ to }) => packageOf(to)))
    const known = { ...project.dependencies, ...project.devDependencies }
    expect([...used].filter((name) => !(name in known))).toEqual([])
    expect(Object.keys(known).filter((name) => !readme.includes(`\`${name}\``))).toEqual([])
  })
})

describe('README', () => {
  test.each(['npm ci && npm start', 'npm ci && npm test'])('has `%s` on a line of its own in a block of code', (command) => {
    const blocks = [...readme.matchAll(/^```[a-z]*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'))
    expect(blocks.filter((line) => line === command)).toHaveLength(1)
  })

  test('leads only to what is there', () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g)].map(([, target = '']) => target)
    expect(links.length).toBeGreaterThan(1)
    expect(links.filter((target) => !existsSync(path.join(ROOT, target)))).toEqual([])
  })

  test('lists every folder of sources', () => {
    const folders = new Set(sources.filter((file) => /^(shared|electron|renderer)\//.test(file)).map((file) => {
      const [side, folder, inner] = file.split('/')
      return side === 'electron' && folder === 'hosts' ? `electron/hosts/${inner}` : `${side}/${folder}`
    }))
    expect([...folders].filter((folder) => !path.extname(folder) && !readme.includes(`\`${folder}/\``)).toSorted()).toEqual([])
  })
})

describe('sources', () => {
  test('are named in kebab-case', () => {
    expect(sources.filter((file) => !/^[a-z0-9.-]+$/.test(path.basename(file)))).toEqual([])
  })

  test('silence no check without a reason on the line', () => {
    const silent = /@ts-(?:ignore|nocheck|expect-error)|(?:oxlint|eslint)-disable(?!-next-line\s+[\w/-]+(?:,\s*[\w/-]+)* -- \S)/
    expect(sources.filter((file) => file !== 'tests/architecture/project.test.ts' && silent.test(readSource(file)))).toEqual([])
  })
})
