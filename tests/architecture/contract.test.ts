import { isContractProcedure } from '@orpc/contract'
import { describe, expect, test } from 'vitest'
import { contract } from '#shared/contract/index.ts'
import { type ProcedureMeta, TOPICS } from '#shared/contract/procedure.ts'
import { readSource, sourceFiles } from '#tests/support/imports.ts'

interface Found {
  readonly path: string
  readonly meta: ProcedureMeta
}

function procedures(node: unknown, path: readonly string[] = []): Found[] {
  if (isContractProcedure(node)) return [{ path: path.join('.'), meta: node['~orpc'].meta as ProcedureMeta }]
  return Object.entries(node as object).flatMap(([key, inner]) => procedures(inner, [...path, key]))
}

const all = procedures(contract)
const tests = sourceFiles('tests/{core,cli,ui}/**/*.test.{ts,tsx}').map(readSource).join('\n')

test('the contract is read at all', () => {
  expect(all.map(({ path }) => path)).toContain('plan.summary')
})

describe('every procedure is called in a test of the core, the command line or the window', () => {
  test.each(all.map(({ path }) => path))('%s', (path) => {
    expect(tests.includes(`.${path}(`), `no test calls .${path}(…)`).toBe(true)
  })
})

test('every procedure says whether it reads or changes, and which topics', () => {
  expect(all.filter(({ meta }) => !['query', 'command'].includes(meta.kind) || meta.topics.some((topic) => !TOPICS.includes(topic)))).toEqual([])
  expect(all.filter(({ meta }) => meta.kind === 'command' && meta.topics.length === 0)).toEqual([])
})
