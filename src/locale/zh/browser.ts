import type { Messages } from '../say.ts';
import catalog from './catalog.json' with { type: 'json' };
import check from './check.json' with { type: 'json' };
import decide from './decide.json' with { type: 'json' };
import error from './error.json' with { type: 'json' };
import identify from './identify.json' with { type: 'json' };
import need from './need.json' with { type: 'json' };
import record from './record.json' with { type: 'json' };
import tried from './tried.json' with { type: 'json' };
import web from './web.json' with { type: 'json' };
import webact from './webact.json' with { type: 'json' };
import webcall from './webcall.json' with { type: 'json' };
import webcase from './webcase.json' with { type: 'json' };
import why from './why.json' with { type: 'json' };

/** What a browser says itself; a case's own sentences come with the answers of the machine. */
const messages: Messages = {
  ...catalog,
  ...check,
  ...decide,
  ...error,
  ...identify,
  ...need,
  ...record,
  ...tried,
  ...web,
  ...webact,
  ...webcall,
  ...webcase,
  ...why,
};
export default messages;
