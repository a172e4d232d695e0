import type { Sealed, SecretRef } from './events.ts';

export function isSecretRef(value: unknown): value is SecretRef {
  return typeof value === 'object' && value !== null && typeof (value as SecretRef).secret === 'string';
}

/** The same data with each secret as what may be shown of it, or as `open` gives it. */
export function unsealed<T>(data: Sealed<T>, open: (ref: SecretRef) => string = (ref) => ref.masked): T {
  return mapped(data, (value) => (isSecretRef(value) ? open(value) : undefined)) as T;
}

/** Every reference in the data. */
export function secretRefsIn(data: unknown): SecretRef[] {
  const found: SecretRef[] = [];
  mapped(data, (value) => {
    if (!isSecretRef(value)) return undefined;
    found.push(value);
    return null;
  });
  return found;
}

/** The data with whatever `replace` gives put in place; undefined: look further down. */
export function mapped(data: unknown, replace: (value: unknown, path: readonly string[]) => unknown): unknown {
  const walk = (value: unknown, path: readonly string[]): unknown => {
    const replaced = replace(value, path);
    if (replaced !== undefined) return replaced;
    if (Array.isArray(value)) return value.map((item, index) => walk(item, [...path, String(index)]));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, walk(inner, [...path, key])]));
  };
  return walk(data, []);
}
