import { fail, succeed, type Result } from '../../base/problem.ts'

type Values<R> = { readonly [K in keyof R]: R[K] extends Result<infer T> ? T : never }

/** Several answers as one: all of their values, or the problems of all of them at once. */
export function gather<R extends Readonly<Record<string, Result<unknown>>>>(results: R): Result<Values<R>> {
  const problems = Object.values(results).flatMap((each) => (each.ok ? [] : each.problems))
  if (problems.length > 0) return fail(...problems)
  const values = Object.entries(results).map(([key, each]) => [key, each.ok ? each.value : undefined])
  return succeed(Object.fromEntries(values) as Values<R>)
}
