/** The time is always an argument: production passes `systemClock`, tests a clock of their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
