import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { backupDatabase } from '#core/db/backup.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import { createWorkspace, openSession, systemPorts } from '#core/session.ts'
import { parseWhole, UsageError } from '../arguments.ts'
import { absolutePath, defineCommand, needed, withWorkspace } from '../command.ts'
import { textTable } from '../table.ts'

export const newCommand = defineCommand({
  usage: 'new FILE --region CODE --year Y',
  options: { region: 'text', year: 'text' },
  async run(args) {
    const file = absolutePath(needed(args, 0, 'FILE'))
    const region = args.text('region')
    if (!region) throw new UsageError('--region')
    const year = args.text('year')
    const fiscalYear = year === undefined ? undefined : parseWhole('--year', year, 2024, 2040)
    mkdirSync(path.dirname(file), { recursive: true })
    const session = createWorkspace(file, { region })
    try {
      if (fiscalYear !== undefined) session.step('setting', { key: 'fiscal-year' }, () => session.workspace.setSetting('fiscal-year', String(fiscalYear)))
      return { workspace: session.file, region, kind: session.workspace.get().kind }
    } finally {
      session.close()
    }
  },
  print: (answer, { t }) => t('cli.created', answer),
})

export const verifyCommand = defineCommand({
  usage: 'verify FILE',
  options: {},
  run: (args) => verifyWorkspace(absolutePath(needed(args, 0, 'FILE'))),
  print: (answer, { t }) => t(answer.ok ? 'cli.verified' : 'cli.verifiedWithFaults', { version: answer.schemaVersion, steps: answer.steps, orphans: answer.foreignKeys }),
})

export const backupCommand = defineCommand({
  usage: 'backup FILE',
  options: {},
  async run(args) {
    const session = await openSession(absolutePath(needed(args, 0, 'FILE')))
    try {
      return await backupDatabase(session.db, session.file, { reason: 'manual', now: systemPorts.now() })
    } finally {
      session.close()
    }
  },
  print: (answer, { t }) => t('cli.backedUp', { file: answer.file, bytes: answer.bytes }),
})

export const listCommand = defineCommand({
  usage: 'list FILE plans|lines|sources|series|steps|catalogue [TEXT] [--plan ID]',
  options: { plan: 'text' },
  run: async (args): Promise<readonly object[]> => withWorkspace(needed(args, 0, 'FILE'), (client): Promise<readonly object[]> => {
    const planId = args.text('plan')
    const of = planId === undefined ? {} : { planId }
    switch (args.positionals[1]) {
      case 'plans': return client.plan.list({})
      case 'lines': return client.plan.lines(of)
      case 'sources': return client.plan.sources(of)
      case 'series': return client.caseload.list({})
      case 'steps': return client.workspace.steps({})
      case 'catalogue': return client.plan.catalogue({ text: args.positionals.slice(2).join(' ') })
      default: throw new UsageError('plans|lines|sources|series|steps|catalogue')
    }
  }),
  print: (items) => printList(items),
})

/** A list whose items are all of one kind: their plain fields as columns. */
function printList(items: readonly object[]): string {
  if (items.length === 0) return '–'
  const columns = Object.entries(items[0] ?? {}).filter(([, value]) => typeof value !== 'object' || value === null).map(([key]) => key)
  const numeric = columns.flatMap((column, index) => (items.some((item) => typeof (item as Record<string, unknown>)[column] === 'number') ? [index] : []))
  return textTable(columns, items.map((item) => columns.map((column) => String((item as Record<string, unknown>)[column] ?? '–').slice(0, 60))), numeric)
}
