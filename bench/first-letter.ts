/** Makes one letter with the maker named and ends: `node bench/first-letter.ts typst`. */
import { join } from 'node:path';
import { MAKERS, makerOf } from './letter-makers.ts';

const name = MAKERS.find((own) => own === process.argv[2]);
if (!name) throw new Error(`one of ${MAKERS.join(', ')}`);
const make = await makerOf(name, join(import.meta.dirname, '..'));
if ((await make(0)).length < 1000) throw new Error('no letter');
