/** Fills `{name}` in a message from its params; an unknown name stays visible, so that it is noticed. */
export function fill(message: string, params: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
