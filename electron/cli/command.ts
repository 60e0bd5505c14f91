import path from 'node:path'
import type { Translator } from '#shared/i18n/index.ts'
import { type AppClient, createAppClient } from '#core/app.ts'
import { openSession } from '#core/session.ts'
import { type Arguments, type OptionSpec, UsageError } from './arguments.ts'

/** What a command needs from its surroundings. */
export interface CommandContext {
  readonly translator: Translator
  /** Stops long work: Ctrl-C. */
  readonly signal: AbortSignal
  /** A message for people, on standard error. */
  note(text: string): void
}

/** One command: its usage, its options, what it does, and how its answer reads for people. `run` answers what `--json` prints. */
export interface Command<T = unknown> {
  readonly usage: string
  readonly options: OptionSpec
  readonly run: (args: Arguments, context: CommandContext) => Promise<T>
  readonly print: (answer: T, translator: Translator) => string
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

/** Opens the workspace for one command, and closes it whatever happens. */
export async function withWorkspace<T>(file: string, work: (client: AppClient, file: string) => Promise<T>): Promise<T> {
  const session = await openSession(absolutePath(file))
  try {
    return await work(createAppClient(session), session.file)
  } finally {
    session.close()
  }
}
