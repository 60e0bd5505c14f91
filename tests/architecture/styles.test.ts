import { describe, expect, test } from 'vitest'
import { readSource, sourceFiles } from '#tests/support/imports.ts'

/** Class of the element that a feature draws everything in: its styles reach no further. */
const ROOTS: Readonly<Record<string, string>> = { summary: 'summary-page', caseload: 'caseload-root', budget: 'budget-screen', sources: 'sources-screen', documents: 'papers', home: 'home', settings: 'settings', scenarios: 'scenarios-root', meeting: 'meeting-root', submissions: 'submissions-root', consolidation: 'consolidation-root', distribution: 'distribution-root', entry: 'entry-root' }

/** Features whose sheets still style more than themselves; nothing may be added here. */
const NOT_YET: ReadonlySet<string> = new Set()

const files = sourceFiles('renderer/features/**/*.css')
const featureOf = (file: string) => file.split('/')[2] ?? ''

/** Parts of a list between its outer commas. */
function parts(list: string): string[] {
  const found = ['']
  let depth = 0
  for (const sign of list) {
    depth += sign === '(' || sign === '[' ? 1 : sign === ')' || sign === ']' ? -1 : 0
    if (sign === ',' && depth === 0) found.push('')
    else found.push(`${found.pop() ?? ''}${sign}`)
  }
  return found.map((part) => part.trim())
}

/** Selectors of the rules of a sheet, those in `@media` too; not those that are nested in a rule, which begin where that one does. */
function selectors(css: string): string[] {
  const found: string[] = []
  const open: boolean[] = []
  let head = ''
  for (const sign of css.replaceAll(/\/\*[\s\S]*?\*\//g, '')) {
    if (sign === '{') {
      const isAt = head.trim().startsWith('@')
      if (!isAt && !open.includes(false)) found.push(...parts(head))
      open.push(/^\s*@(media|supports|container)/.test(head))
    } else if (sign === '}') open.pop()
    head = /[{};]/.test(sign) ? '' : head + sign
  }
  return found
}

test('the selectors of a sheet are read at all', () => {
  expect(selectors('.a, .b:is(.c, .d) { x: y; & .n { z: 1 } } @media print { .e { x: y } } @page f { margin: 0 } /* .no { } */')).toEqual(['.a', '.b:is(.c, .d)', '.e'])
})

describe('a feature styles nothing but itself', () => {
  test.each(files.filter((file) => !NOT_YET.has(featureOf(file))))('%s', (file) => {
    const root = ROOTS[featureOf(file)]
    expect(root, 'the class of its root is listed here').toBeDefined()
    const own = new RegExp(`^(\\.frame:has\\(\\.${root}\\)|[a-z]*\\.${root}(?![\\w-]))`)
    const found = selectors(readSource(file))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter((selector) => !own.test(selector))).toEqual([])
  })

  test('with a root of its own', () => {
    expect(new Set(Object.values(ROOTS)).size).toBe(Object.keys(ROOTS).length)
  })
})

test('no rule asks every element of the window whether it is empty: each would be looked at again with every text that changes', () => {
  const sheets = sourceFiles('renderer/**/*.css')
  const bare = (selector: string) => /(^|[\s>+~])(\*|:not\(:empty\)|:empty)$/.test(selector) && selector.includes(':empty')
  expect(['.a + :not(:empty)', '.a > :empty', '.b:empty'].filter(bare)).toEqual(['.a + :not(:empty)', '.a > :empty'])
  expect(sheets.flatMap((sheet) => selectors(readSource(sheet)).filter(bare))).toEqual([])
})

test('colours stand in the tokens; elsewhere only the black of shadows', () => {
  const colour = /#[\da-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|lab|lch)\([^)]*\)|:\s*(?:white|black|red|green|blue|gr[ae]y|orange|brown|yellow)\b/gi
  const sheets = sourceFiles('renderer/**/*.css').filter((file) => file !== 'renderer/styles/tokens.css')
  const used = sheets.flatMap((file) => [...readSource(file).replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(colour)].map(([found]) => `${file}: ${found}`))
  expect(used.filter((one) => !/rgb\(0 0 0 \/ \d+%\)$/.test(one))).toEqual([])
})
