/**
 * One `send` on a data folder, in a process of its own, so that a test can kill it or run two at once:
 * `node send-process.ts DATA_DIR CASE PORT [more arguments]`. Prints what the command prints.
 */
import { openStore } from '../adapters/store/open.ts';
import { memoryCatalog } from './catalog.ts';
import { command } from './command.ts';
import { MAIL_BRAND, MAIL_ENV, mailFiles, NOW, serverAt } from './mail-case.ts';

const [dataDir = '', caseId = '', port = '', ...more] = process.argv.slice(2);
const store = await openStore({ dataDir });
const machine = command({ catalog: memoryCatalog([MAIL_BRAND]), files: mailFiles(), env: MAIL_ENV, now: NOW, store });
const argv = ['send', caseId, '--server', serverAt(Number(port)), '--ca', 'ca.pem', '--yes', '--json', ...more];
const { code, out } = await machine.run(argv);
process.stdout.write(out);
await store.close();
process.exitCode = code;
