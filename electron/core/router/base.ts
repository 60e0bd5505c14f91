import { type Implementer, implement, type ImplementerInternalWithMiddlewares, ORPCError, type Router } from '@orpc/server'
import { contract } from '#shared/contract/index.ts'
import { MoneyRangeError } from '#shared/domain/money.ts'
import { AppError } from '../app-error.ts'
import type { Home } from '../services/home.ts'
import type { Session } from '../session.ts'

/** What a call is answered from; read anew for every call, because the open workspace changes. */
export interface AppContext {
  readonly session: Session | undefined
  /** The files of the host; a host that serves one given workspace to one program has none. */
  readonly home?: Home | undefined
}

/** The open workspace. @throws AppError workspace_not_open */
function sessionOf({ session }: AppContext): Session {
  if (!session) throw new AppError('workspace_not_open', {})
  return session
}

/** The files of the host. */
export function filesOf({ home }: AppContext): Home {
  if (!home) throw new Error('this host keeps no files')
  return home
}

/** Work that was under way when its workspace was closed fails in ways of its own: what it is told is why. */
function whyFailed(error: unknown, session: Session | undefined): unknown {
  return session?.db.open === false && !(error instanceof AppError) ? new AppError('workspace_not_open', {}) : error
}

/** Makes the application's errors the typed errors of the contract; unexpected ones pass and are answered without their details. */
function asContractError(error: unknown): unknown {
  if (error instanceof MoneyRangeError) return asContractError(new AppError('money_range', {}))
  return error instanceof AppError ? new ORPCError(error.code, { data: error.data, message: error.code, cause: error }) : error
}

/** The reason that a command was given; what it is otherwise is checked with the rest of its input. */
function reasonOf(input: unknown): string | undefined {
  const reason = typeof input === 'object' && input !== null && 'reason' in input ? input.reason : undefined
  return typeof reason === 'string' && reason.trim() !== '' ? reason.trim() : undefined
}

/** Events whose errors are those of the contract. */
export async function* typed<T>(events: AsyncGenerator<T>, session?: Session): AsyncGenerator<T> {
  try {
    yield* events
  } catch (error) {
    throw asContractError(whyFailed(error, session))
  }
}

/** The router by the contract's types: spelled out, they are longer than the compiler writes down. */
export type AppRouter = Router<typeof contract, AppContext>

/** Procedures that need the files of the host. */
export type Files = ImplementerInternalWithMiddlewares<typeof contract, AppContext, Omit<AppContext, 'home'> & { home: Home }>

/** Procedures that need an open workspace. */
export type Opened = ImplementerInternalWithMiddlewares<typeof contract, AppContext, Omit<AppContext, 'session'> & { session: Session }>

/** The contract as it is to be bound: plain, over the host's files, over the open workspace. */
export function procedures(): { readonly base: Implementer<typeof contract, AppContext, AppContext>; readonly files: Files; readonly opened: Opened } {
  const base = implement(contract).$context<AppContext>()
  const files = base.use(async ({ next, context }) => {
    try {
      return await next({ context: { home: filesOf(context) } })
    } catch (error) {
      throw asContractError(error)
    }
  })
  const opened = base.use(async ({ next, context }, input) => {
    const reason = reasonOf(input)
    let session: Session | undefined
    try {
      session = sessionOf(context)
      return await next({ context: { session: reason === undefined ? session : session.because(reason) } })
    } catch (error) {
      throw asContractError(whyFailed(error, session))
    }
  })
  return { base, files, opened }
}
