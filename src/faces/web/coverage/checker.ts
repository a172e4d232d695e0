import { z } from 'zod';

// The page may not make code from text (its content security policy); without this the schema library tries to.
z.config({ jitless: true });

export { lintText } from '../../../adapters/catalog-yaml/lint.ts';
