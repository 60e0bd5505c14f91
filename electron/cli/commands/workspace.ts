import { placeWarnings } from '#core/db/place.ts'
import { verifyWorkspace } from '#core/db/verify.ts'
import { makeBackup } from '#core/services/backup.ts'
import { createWorkspace, openSession } from '#core/session.ts'
import { number } from '#shared/i18n/format.ts'
import { parseWhole, UsageError } from '../arguments.ts'
import { absolutePath, defineCommand, looking, needed, withWorkspace } from '../command.ts'
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
    const session = createWorkspace(file, { region })
    try {
      if (fiscalYear !== undefined) session.step('setting', { key: 'fiscal-year' }, () => session.workspace.setSetting('fiscal-year', String(fiscalYear)))
      return { workspace: session.file, region, kind: session.workspace.get().kind }
    } finally {
      session.close()
    }
  },
  print: (answer, { t }) => t('cli.created', { ...answer, kind: t(`terms.kinds.${answer.kind}`) }),
})

export const verifyCommand = defineCommand({
  usage: 'verify FILE',
  options: {},
  run: async (args) => {
    const file = absolutePath(needed(args, 0, 'FILE'))
    return { ...await verifyWorkspace(file), warnings: placeWarnings(file) }
  },
  print: (answer, { t }) => [
    t(answer.ok ? 'cli.verified' : 'cli.verifiedWithFaults', { version: answer.schemaVersion, steps: answer.steps, orphans: answer.foreignKeys }),
    ...answer.warnings.map((warning) => t(`cli.places.${warning.code}`, { what: warning.what })),
  ].join('\n'),
})

export const backupCommand = defineCommand({
  usage: 'backup FILE',
  options: {},
  async run(args) {
    const session = await openSession(absolutePath(needed(args, 0, 'FILE')))
    try {
      return await makeBackup(session, 'manual')
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
  }, looking(args)),
  print: (items) => printList(items),
})

/** What people look for first in each kind of list; `--json` has everything. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  plans: ['current', 'name', 'fiscalYear', 'complete', 'id'],
  lines: ['tier', 'code', 'description', 'units', 'unitCost', 'need', 'fundedUnits', 'funded', 'gap', 'id'],
  sources: ['label', 'name', 'ceiling', 'committed', 'available', 'spent', 'left'],
  series: ['name', 'kind', 'measuredOn', 'source', 'stuntedBp', 'measuredBp'],
  steps: ['id', 'madeAt', 'name'],
  catalogue: ['key', 'name', 'villageCode', 'regencyCode', 'tier', 'lines'],
}

function cellText(value: unknown): string {
  if (value === true) return '•'
  if (value === null || value === undefined || value === false) return ''
  return typeof value === 'number' ? number(value) : String(value)
}

function printList(items: readonly object[]): string {
  const [first] = items
  if (!first) return '–'
  // the kind is told by the columns that it has
  const columns = Object.values(COLUMNS).find((names) => names.every((name) => Object.hasOwn(first, name))) ?? Object.keys(first)
  const read = (item: object, column: string) => (item as Record<string, unknown>)[column]
  const numeric = columns.flatMap((column, index) => (items.some((item) => typeof read(item, column) === 'number') ? [index] : []))
  return textTable(columns, items.map((item) => columns.map((column) => cellText(read(item, column)))), numeric)
}
