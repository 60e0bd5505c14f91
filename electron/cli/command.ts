import path from 'node:path'
import type { Translator } from '#shared/i18n/index.ts'
import { type AppClient, createAppClient } from '#core/app.ts'
import { AppError } from '#core/app-error.ts'
import { openSession, type Session, systemPorts } from '#core/session.ts'
import { type Arguments, type OptionSpec, UsageError } from './arguments.ts'

/** What a command needs from its surroundings. */
export interface CommandContext {
  readonly translator: Translator
  /** Stops long work: Ctrl-C. */
  readonly signal: AbortSignal
  /** How far something is: on standard error, where somebody watches. */
  note(text: string): void
  /** What is to be known of an answer before it is used: on standard error, always. */
  warn(text: string): void
}

/** One command: its usage, its options, what it does, and how its answer reads for people. `run` answers what `--json` prints. */
export interface Command<T = unknown> {
  readonly usage: string
  readonly options: OptionSpec
  readonly run: (args: Arguments, context: CommandContext) => Promise<T>
  readonly print: (answer: T, translator: Translator) => string
  /** Its answer is a table for other programs: the same text with and without `--json`. */
  readonly plain?: true
}

/** Gives a command its type without naming it twice. */
export function defineCommand<T>(command: Command<T>): Command<T> {
  return command
}

/** Paths are read from where the user stands: npm changes the folder to the project's own. */
export function absolutePath(file: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), file)
}

/** The positional argument at a place. @throws UsageError */
export function needed(args: Arguments, index: number, name: string): string {
  const value = args.positionals[index]
  if (value === undefined || value === '') throw new UsageError(name)
  return value
}

export interface WorkspaceUse {
  /** Why something is changed: it stands in the history. */
  readonly reason?: string | undefined
  /** Only looks: a backup, and a file in a place that cannot be written, are opened for reading. */
  readonly reads?: boolean
  /** Opened for reading from the start: also a newer file, where its program said that older ones may. */
  readonly readOnly?: boolean
}

/** For commands that change something: the reason that was given. */
export function changing(args: Arguments): WorkspaceUse {
  return { reason: args.text('reason') }
}

/** For commands that only look. */
export function looking(args: Arguments): WorkspaceUse {
  return { reads: true, readOnly: args.flag('read-only') }
}

async function openFor(file: string, { reads = false, readOnly = false }: WorkspaceUse): Promise<Session> {
  try {
    return await openSession(file, systemPorts, { readOnly: reads && readOnly })
  } catch (error) {
    const readable = error instanceof AppError && (error.code === 'workspace_read_only' || error.code === 'workspace_is_backup')
    if (!reads || !readable) throw error
    return openSession(file, systemPorts, { readOnly: true })
  }
}

/** Opens the workspace for one command, and closes it whatever happens. */
export async function withWorkspace<T>(file: string, work: (client: AppClient, file: string) => Promise<T>, use: WorkspaceUse = {}): Promise<T> {
  const session = await openFor(absolutePath(file), use)
  try {
    return await work(createAppClient(use.reason === undefined ? session : session.because(use.reason)), session.file)
  } finally {
    session.close()
  }
}
