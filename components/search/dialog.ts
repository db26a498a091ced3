export function open(_query?: string): void {}
