import type { Messages } from '../say.ts';
import browser from './browser.ts';
import calendar from './calendar.json' with { type: 'json' };
import call from './call.json' with { type: 'json' };
import cases from './case.json' with { type: 'json' };
import cli from './cli.json' with { type: 'json' };
import confirm from './confirm.json' with { type: 'json' };
import document from './document.json' with { type: 'json' };
import online from './online.json' with { type: 'json' };
import prepare from './prepare.json' with { type: 'json' };
import send from './send.json' with { type: 'json' };
import transcript from './transcript.json' with { type: 'json' };

const messages: Messages = {
  ...browser,
  ...calendar,
  ...call,
  ...cases,
  ...cli,
  ...confirm,
  ...document,
  ...online,
  ...prepare,
  ...send,
  ...transcript,
};
export default messages;
