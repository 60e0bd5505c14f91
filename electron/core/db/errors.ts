import { AppError } from '../app-error.ts'

/**
 * What the operating system and SQLite say, as an error that names the file and the way out. What is not known stays as it
 * is: an unexpected error must not be dressed up as an expected one.
 */
export function asWorkspaceError(error: unknown, file: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) return new AppError('workspace_in_use', { file })
  if (code.startsWith('SQLITE_CORRUPT')) return new AppError('workspace_damaged', { file, detail: error.message, backup: null })
  if (code === 'SQLITE_NOTADB') return new AppError('workspace_foreign', { file })
  if (code.startsWith('SQLITE_READONLY') || code === 'EROFS') return new AppError('workspace_read_only', { file })
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') return new AppError('workspace_no_space', { file })
  if (code.startsWith('SQLITE_IOERR') || code === 'EIO' || code === 'ENXIO' || code === 'ENODEV') return new AppError('workspace_unreachable', { file })
  if (code === 'ENOENT' || code === 'EEXIST' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM' || code === 'SQLITE_CANTOPEN' || code === 'EISDIR') {
    return new AppError('target_not_writable', { file })
  }
  return error
}
