/** The files other programs read. */
export const BUNDLE_FILE = 'simoff-catalog.json';
export const BUNDLE_SCHEMA_FILE = 'simoff-catalog.schema.json';
