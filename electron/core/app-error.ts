import type { ErrorCode, ErrorData } from '#shared/contract/errors.ts'

/** An error that a user can do something about. Services, readers and the database throw it; the router makes it a typed error of the contract. */
export class AppError<C extends ErrorCode = ErrorCode> extends Error {
  override readonly name = 'AppError'
  readonly code: C
  readonly data: ErrorData<C>

  constructor(code: C, data: ErrorData<C>) {
    super(code)
    this.code = code
    this.data = data
  }
}
