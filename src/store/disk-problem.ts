import type { Problem } from '../base/problem.ts'

/** A problem of a whole file: no line of it is to blame. */
export const inFile = (file: string, problem: Omit<Problem, 'place'>): Problem => ({
  ...problem,
  place: { file, line: 1, column: 1, text: '' },
})

/** A folder stands where a file was named. */
export const isFolder = (file: string): Problem =>
  inFile(file, {
    code: 'is-directory',
    message: 'this is a folder and not a file',
    hint: 'Name a file in it.',
  })

/** Why the disk would not; an error that is not the disk's is ours, and is thrown on. */
export function diskProblem(file: string, error: unknown): Problem {
  if (!(error instanceof Error && 'code' in error)) throw error
  switch (error.code) {
    case 'ENOENT':
      return inFile(file, { code: 'file-missing', message: 'there is no such file' })
    case 'ENOTDIR':
    case 'EEXIST':
      return inFile(file, {
        code: 'not-a-folder',
        message: 'a part of this path is a file and not a folder',
        hint: 'Name a file in a folder, or move the file in its way away first.',
      })
    case 'EISDIR':
      return isFolder(file)
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return inFile(file, {
        code: 'no-permission',
        message: 'you may not read or write this',
        hint: 'Look at its permissions and at those of its folder: ls -la',
      })
    case 'ENOSPC':
    case 'EDQUOT':
    case 'EFBIG':
      return inFile(file, {
        code: 'disk-full',
        message: 'there is no room for this on the disk, and nothing was changed',
        hint: 'Make room, then do the same again.',
      })
    default:
      return inFile(file, { code: 'disk', message: `the disk said no: ${error.message}` })
  }
}
