/** Whether a web or mail address lies on one of these domains, or below one. */
export function isOnDomain(value: string, domains: readonly string[]): boolean {
  const host = URL.canParse(value) ? new URL(value).hostname : value.split('@').at(-1);
  return domains.some((domain) => host === domain || host?.endsWith(`.${domain}`));
}
