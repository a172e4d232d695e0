import type { Messages } from '../say.ts';
import browser from './browser.ts';
import calendar from './calendar.json' with { type: 'json' };
import cases from './case.json' with { type: 'json' };
import cli from './cli.json' with { type: 'json' };
import confirm from './confirm.json' with { type: 'json' };
import document from './document.json' with { type: 'json' };
import prepare from './prepare.json' with { type: 'json' };
import send from './send.json' with { type: 'json' };

const messages: Messages = {
  ...browser,
  ...calendar,
  ...cases,
  ...cli,
  ...confirm,
  ...document,
  ...prepare,
  ...send,
};
export default messages;
