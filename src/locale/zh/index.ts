import type { Messages } from '../say.ts';
import browser from './browser.ts';
import cli from './cli.json' with { type: 'json' };
import document from './document.json' with { type: 'json' };

const messages: Messages = { ...browser, ...cli, ...document };
export default messages;
