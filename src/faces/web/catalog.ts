import { fetchCatalog } from '../../adapters/catalog-fetch/source.ts';

/** The catalog beside the page. */
export const catalog = fetchCatalog('./catalog/');
