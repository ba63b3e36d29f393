import { both, canHold, type Known, number, type Properties, string, type When } from '#rule'

/** The storage classes of infrequent access, where objects have to stay for a while. */
export const INFREQUENT = ['STANDARD_IA', 'ONEZONE_IA']

/** Objects move from a class to those that stand below it. */
const ORDER = ['STANDARD_IA', 'INTELLIGENT_TIERING', 'ONEZONE_IA', 'GLACIER_IR', 'GLACIER', 'DEEP_ARCHIVE']

/** A move of objects whose class and day are known. */
export interface Step {
  readonly className: Known<string>
  readonly days: Known<number>
  readonly when: When
}

/** The moves of a rule that are counted in days, those of older versions left out. */
export const transitionsOf = (rule: Properties): Step[] =>
  [...rule.items('Transition'), ...rule.items('Transitions')].flatMap((transition) =>
    transition.known('StorageClass', string).flatMap((className) =>
      transition
        .known('TransitionInDays', number)
        .map((days) => ({ className, days, when: both(className.when, days.when) }))
        .filter(({ when }) => canHold(when)),
    ),
  )

/** How far down a class stands; `Glacier` is the same as `GLACIER`. */
export const rankOf = ({ className }: Step): number => ORDER.indexOf(className.value.toUpperCase())

/** Every move with each of those that come later, or on the same day and are written later. */
export const successive = (steps: readonly Step[]): [Step, Step][] => {
  const sorted = steps.filter((step) => rankOf(step) >= 0).sort((a, b) => a.days.value - b.days.value)
  return sorted.flatMap((first, i) => sorted.slice(i + 1).map((second): [Step, Step] => [first, second]))
}
