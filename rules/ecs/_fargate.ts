import { type Properties, type Resource, string } from '#rule'

/** A task definition where it asks for Fargate. */
export const onFargate = (task: Resource): Properties[] =>
  task
    .known('RequiresCompatibilities.*', string)
    .filter(({ value }) => value === 'FARGATE')
    .map(({ when }) => task.under(when))
