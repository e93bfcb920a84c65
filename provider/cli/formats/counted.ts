/** "1 job", "3 jobs", "2 mailboxes". @internal */
export function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}
