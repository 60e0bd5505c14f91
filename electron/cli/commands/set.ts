import type { AppClient } from '#core/app.ts'
import { readDataFile } from '#core/files.ts'
import { type Arguments, parseAmount, parseDay, parsePercent, parseWhole, UsageError } from '../arguments.ts'
import { absolutePath, changing, defineCommand, needed, withWorkspace } from '../command.ts'

const USAGE = `set FILE source CODE --ceiling N [--total N] [--certainty certain|indicative|pledged] [--carry-over] [--for KEY,KEY]
       set FILE commitment CODE CLASS N [--bidang 1-5]
       set FILE line ID [--price N] [--count N] [--months N] [--driver GROUP] [--served WHO=N …] [--target PERCENT]
       set FILE cell LINE CODE [--units N | --amount N] [--lock | --unlock]
       set FILE activity ID [--tier 1-3] [--weight 1-3] [--name TEXT] [--location TEXT] [--implementer TEXT]
       set FILE count GROUP N [--series NAME] [--posyandu NAME] [--village CODE] [--measured-on YYYY-MM-DD]
       set FILE survey NAME PERCENT --measured-on YYYY-MM-DD [--source TEXT]
       set FILE plan complete|incomplete
       set FILE letterhead [--lines "A|B|C"] [--address "A|B"] [--logo PICTURE|none]
       set FILE setting KEY TEXT`

type Setter = (client: AppClient, args: Arguments, of: { planId?: string }) => Promise<object>

function amount(args: Arguments, name: string): number | undefined {
  const text = args.text(name)
  return text === undefined ? undefined : parseAmount(`--${name}`, text)
}

function day(args: Arguments, name: string): string | undefined {
  const text = args.text(name)
  return text === undefined ? undefined : parseDay(`--${name}`, text)
}

/** Only what was given: a missing option must not overwrite. */
function given<T extends Record<string, unknown>>(fields: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> }
}

function choice<const T extends string>(args: Arguments, name: string, values: readonly T[]): T | undefined {
  const text = args.text(name)
  if (text === undefined) return undefined
  const value = values.find((candidate) => candidate === text)
  if (!value) throw new UsageError(`--${name} ${values.join('|')}`)
  return value
}

function served(args: Arguments): { by: string; units: number; basis: string; date: string }[] | undefined {
  const text = args.text('served')
  if (text === undefined) return undefined
  if (text === '') return []
  return text.split(',').map((entry) => {
    const at = entry.lastIndexOf('=')
    if (at < 1) throw new UsageError('--served WHO=N[,WHO=N]')
    return { by: entry.slice(0, at).trim(), units: parseAmount('--served', entry.slice(at + 1)), basis: '', date: '' }
  })
}

const level = (args: Arguments, name: string) => {
  const text = args.text(name)
  return text === undefined ? undefined : (parseWhole(`--${name}`, text, 1, 3) as 1 | 2 | 3)
}

const SETTERS: Readonly<Record<string, Setter>> = {
  source: (client, args, of) => client.plan.setSource({
    ...of, source: needed(args, 2, 'CODE'), carryOver: args.flag('carry-over'),
    ...given({ ceiling: amount(args, 'ceiling'), total: amount(args, 'total'), certainty: choice(args, 'certainty', ['certain', 'indicative', 'pledged']), name: args.text('name'), reservedFor: args.text('for')?.split(',').map((key) => key.trim()).filter(Boolean) }),
  }),
  commitment: (client, args, of) => {
    const bidang = args.text('bidang')
    return client.plan.setCommitment({
      ...of, source: needed(args, 2, 'CODE'), class: needed(args, 3, 'CLASS'), amount: parseAmount('N', needed(args, 4, 'N')),
      ...given({ bidang: bidang === undefined ? undefined : parseWhole('--bidang', bidang, 1, 5) }),
    })
  },
  line: (client, args, of) => {
    const target = args.text('target')
    return client.plan.setLine({
      ...of, line: needed(args, 2, 'ID'),
      ...given({
        price: amount(args, 'price'), count: amount(args, 'count'), months: amount(args, 'months'), driver: args.text('driver'), served: served(args),
        coverageTargetBp: target === undefined ? undefined : parsePercent('--target', target), description: args.text('name'),
      }),
    })
  },
  cell: (client, args, of) => client.allocation.setCell({
    ...of, line: needed(args, 2, 'LINE'), source: needed(args, 3, 'CODE'),
    ...given({ units: amount(args, 'units'), amount: amount(args, 'amount'), locked: args.flag('lock') ? true : args.flag('unlock') ? false : undefined }),
  }),
  activity: (client, args, of) => client.plan.setActivity({
    ...of, activity: needed(args, 2, 'ID'),
    ...given({ tier: level(args, 'tier'), weight: level(args, 'weight'), name: args.text('name'), location: args.text('location'), implementer: args.text('implementer') }),
  }),
  count: (client, args) => client.caseload.setCount({
    group: needed(args, 2, 'GROUP'), count: parseAmount('N', needed(args, 3, 'N')),
    ...given({ series: args.text('series'), posyandu: args.text('posyandu'), village: args.text('village'), measuredOn: day(args, 'measured-on') }),
  }),
  survey: (client, args) => {
    const measuredOn = day(args, 'measured-on')
    if (!measuredOn) throw new UsageError('--measured-on')
    return client.caseload.setSurvey({ series: needed(args, 2, 'NAME'), prevalenceBp: parsePercent('PERCENT', needed(args, 3, 'PERCENT')), measuredOn, source: args.text('source') ?? '' })
  },
  plan: (client, args, of) => {
    const state = needed(args, 2, 'complete|incomplete')
    if (state !== 'complete' && state !== 'incomplete') throw new UsageError('complete|incomplete')
    return client.plan.setComplete({ ...of, complete: state === 'complete' })
  },
  letterhead: async (client, args, of) => {
    const rows = (name: string) => args.text(name)?.split('|').map((line) => line.trim()).join('\n')
    const [lines, address, logo] = [rows('lines'), rows('address'), args.text('logo')]
    if (lines === undefined && address === undefined && logo === undefined) throw new UsageError('--lines|--address|--logo')
    if (logo !== undefined) await client.workspace.setLogo({ file: logo === 'none' ? null : readDataFile(absolutePath(logo)) })
    if (lines !== undefined) await client.workspace.setSetting({ key: 'letterhead.lines', value: lines })
    if (address !== undefined) await client.workspace.setSetting({ key: 'letterhead.address', value: address })
    const { logo: held, ...words } = await client.workspace.letterhead(of)
    return { ...words, logo: held && { width: held.width, height: held.height, bytes: held.bytes } }
  },
  setting: (client, args) => client.workspace.setSetting({ key: needed(args, 2, 'KEY'), value: args.positionals.slice(3).join(' ') }),
}

export const setCommand = defineCommand({
  usage: USAGE,
  options: {
    plan: 'text', ceiling: 'text', total: 'text', certainty: 'text', 'carry-over': 'flag', for: 'text', name: 'text', bidang: 'text', price: 'text', count: 'text', months: 'text', driver: 'text',
    served: 'text', target: 'text', units: 'text', amount: 'text', lock: 'flag', unlock: 'flag', tier: 'text', weight: 'text', location: 'text', implementer: 'text', series: 'text',
    posyandu: 'text', village: 'text', 'measured-on': 'text', source: 'text', lines: 'text', address: 'text', logo: 'text',
  },
  run: async (args): Promise<object> => {
    const setter = SETTERS[needed(args, 1, Object.keys(SETTERS).join('|'))]
    if (!setter) throw new UsageError(Object.keys(SETTERS).join('|'))
    const plan = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => setter(client, args, plan === undefined ? {} : { planId: plan }), changing(args))
  },
  print: (answer) => Object.entries(answer).filter(([, value]) => typeof value !== 'object' && value !== null).map(([key, value]) => `${key}: ${value}`).join('\n'),
})

export const addCommand = defineCommand({
  usage: 'add FILE activity KEY [--plan ID]   (keys: list FILE catalogue [TEXT])',
  options: { plan: 'text' },
  run: async (args) => {
    if (needed(args, 1, 'activity') !== 'activity') throw new UsageError('activity')
    const plan = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => client.plan.addActivity({ key: needed(args, 2, 'KEY'), ...(plan === undefined ? {} : { planId: plan }) }), changing(args))
  },
  print: (answer) => `${answer.name}: ${answer.activity}`,
})

export const removeCommand = defineCommand({
  usage: 'remove FILE activity ID [--plan ID]',
  options: { plan: 'text' },
  run: async (args) => {
    if (needed(args, 1, 'activity') !== 'activity') throw new UsageError('activity')
    const plan = args.text('plan')
    return withWorkspace(needed(args, 0, 'FILE'), (client) => client.plan.removeActivity({ activity: needed(args, 2, 'ID'), ...(plan === undefined ? {} : { planId: plan }) }), changing(args))
  },
  print: (answer) => `${answer.name}: ${answer.lines}`,
})
