/** Folders of a Linux machine that no revision is likely to hold. */
const SYSTEM = /^\/(home|opt|usr|var|tmp|root|srv|mnt|media|etc|sbin)\//

/** Whether a path was meant on the instance, not in the revision, to whose root it is joined all the same. */
export const isOnInstance = (path: string): boolean => SYSTEM.test(path) || /^~/.test(path) || /^[A-Za-z]:[\\/]/.test(path)

/** The path below the revision's root, without `.` and `..`; undefined when it leaves the revision. `` is the root itself. */
export function inRevision(path: string): string | undefined {
  const steps: string[] = []
  for (const step of path.trim().split(/[\\/]+/)) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined
    } else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
