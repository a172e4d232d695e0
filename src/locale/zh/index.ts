import type { Messages } from '../say.ts';
import browser from './browser.ts';
import calendar from './calendar.json' with { type: 'json' };
import cli from './cli.json' with { type: 'json' };
import send from './send.json' with { type: 'json' };

const messages: Messages = { ...browser, ...calendar, ...cli, ...send };
export default messages;
