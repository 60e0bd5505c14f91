import { ORPCError } from '@orpc/client'
import { z } from 'zod'
import { AppError } from '#core/app-error.ts'
import { errorSentence } from '#shared/i18n/error-text.ts'
import { createTranslator, type Language, type Translator } from '#shared/i18n/index.ts'
import { parseArguments, UsageError } from './arguments.ts'
import type { Command } from './command.ts'
import { COMMANDS } from './commands.ts'

/** Errors that mean that the workspace file itself cannot be used. */
const UNUSABLE: ReadonlySet<string> = new Set(['workspace_damaged', 'workspace_foreign', 'workspace_newer', 'workspace_in_use', 'workspace_is_backup', 'migration_failed'])

function languageOf(): Language {
  return process.env['REMBUK_LANG'] === 'en' ? 'en' : 'id'
}

/** An error as data: its code, what its sentence needs, and the sentence. */
function describe(error: unknown, translator: Translator): { code: string; data: unknown; message: string } {
  if (error instanceof AppError || error instanceof ORPCError) {
    const data = (error.data ?? {}) as Record<string, unknown>
    if (error.code === 'BAD_REQUEST') return { code: 'input_invalid', data, message: translator.t('cli.inputInvalid', { detail: issuesOf(data) }) }
    const message = errorSentence(error.code, data, translator)
    if (message !== undefined) return { code: error.code, data, message }
  }
  const detail = error instanceof Error ? (error.cause instanceof Error ? error.cause : error) : new Error(String(error))
  return { code: 'unexpected', data: { name: detail.name, detail: detail.message }, message: translator.t('cli.unexpected', { detail: `${detail.name}: ${detail.message}` }) }
}

function issuesOf(data: Record<string, unknown>): string {
  const issues = Array.isArray(data['issues']) ? (data['issues'] as { path?: readonly unknown[]; message?: string }[]) : []
  return issues.map((issue) => `${(issue.path ?? []).join('.')}: ${issue.message ?? ''}`).join('; ')
}

/** How a command is called, each way on a line of its own. */
function usageOf(command: Command): string {
  return `  ${command.usage.replaceAll(/\n\s+/g, '\n  ')}`
}

function usageText(translator: Translator): string {
  return [translator.t('cli.usage'), ...Object.values(COMMANDS).map((command) => usageOf(command as Command)), '', translator.t('cli.usageEnd')].join('\n')
}

/**
 * Runs one command. With `--json` standard output holds one JSON value and nothing else; everything for people goes to
 * standard error. @returns 0 done, 1 refused, 2 wrong usage, 3 the workspace file cannot be used
 */
export async function runCommandLine(argv: readonly string[]): Promise<number> {
  const translator = createTranslator(languageOf())
  const [name, ...rest] = argv
  const command: Command | undefined = name === undefined || !Object.hasOwn(COMMANDS, name) ? undefined : COMMANDS[name as keyof typeof COMMANDS] as Command
  if (name === 'help' || name === '--help' || name === '-h') {
    process.stdout.write(`${usageText(translator)}\n`)
    return 0
  }
  if (!command) {
    process.stderr.write(`${usageText(translator)}\n`)
    return 2
  }
  const stop = new AbortController()
  const interrupt = () => stop.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const json = rest.includes('--json')
  if (rest.includes('--help')) {
    process.stdout.write(`${usageOf(command)}\n`)
    return 0
  }
  z.config(translator.language === 'id' ? z.locales.id() : z.locales.en())
  try {
    const args = parseArguments(rest, { ...command.options, json: 'flag', reason: 'text', 'read-only': 'flag' })
    const answer = await command.run(args, {
      translator, signal: stop.signal,
      note: (text) => {
        if (!json && process.stderr.isTTY) process.stderr.write(`${text}\n`)
      },
      warn: (text) => void process.stderr.write(`▲ ${text}\n`),
    })
    if (answer !== undefined) process.stdout.write(`${json && !command.plain ? JSON.stringify(answer) : command.print(answer, translator)}\n`)
    return 0
  } catch (error) {
    if (error instanceof UsageError) {
      process.stderr.write(`${translator.t('cli.wrongUsage', { detail: error.message })}\n${usageOf(command)}\n`)
      return 2
    }
    const described = describe(error, translator)
    process.stderr.write(json ? `${JSON.stringify(described)}\n` : `${described.message}\n`)
    if (described.code === 'unexpected' && process.env['REMBUK_DEBUG'] && error instanceof Error) process.stderr.write(`${error.stack}\n`)
    return UNUSABLE.has(described.code) ? 3 : 1
  } finally {
    process.removeListener('SIGINT', interrupt)
    process.removeListener('SIGTERM', interrupt)
  }
}
