/** Writes docs/codes.md from the closed lists in the source; `--check` fails where the file is out of date. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FORM_RULES } from '../src/adapters/catalog-yaml/form-rules.ts';
import { RECORD_WARNINGS } from '../src/app/case/answers.ts';
import { NOT_ACCEPTED } from '../src/app/case/confirm.ts';
import { ALARMS } from '../src/domain/case/alarms.ts';
import { CHAIN_PROBLEMS } from '../src/domain/case/chain.ts';
import { DEADLINES } from '../src/domain/case/deadlines.ts';
import { FIELD_PROBLEMS } from '../src/domain/case/event-fields.ts';
import { EVENT_TYPES } from '../src/domain/case/events.ts';
import { NEXT_ACTIONS } from '../src/domain/case/next-codes.ts';
import { REFUSALS } from '../src/domain/case/orders.ts';
import { STAGES } from '../src/domain/case/types.ts';
import { LINT_RULES } from '../src/domain/catalog/lint/rules.ts';
import {
  BRAND_KINDS,
  BRAND_STATUSES,
  CHANNEL_KINDS,
  CONFIDENCES,
  NEED_FIELDS,
  PUBLISHERS,
  RULE_STATES,
  STEP_KINDS,
} from '../src/domain/catalog/schema.ts';
import { CHARGES_AFTER, TRIED_OUTCOMES, TRIED_ROUTES } from '../src/domain/catalog/tried/words.ts';
import { CHECK_REASONS, CHECK_UNKNOWNS } from '../src/domain/check/types.ts';
import { READING_GROUNDS } from '../src/domain/confirm/read/grounds.ts';
import { READING_KINDS } from '../src/domain/confirm/reading.ts';
import { VERDICT_GROUNDS, VERDICTS } from '../src/domain/confirm/verdict.ts';
import {
  OPTION_KINDS,
  QUESTION_CODES,
  TIMELINE_REASONS,
  UNKNOWN_CODES,
  WARNING_CODES,
  WHY_CODES,
} from '../src/domain/decide/types.ts';
import { ERROR_CODES, USAGE_PROBLEMS } from '../src/domain/errors.ts';
import { IDENTIFIER_KINDS, IDENTIFY_GROUNDS, IDENTIFY_PROBLEMS } from '../src/domain/identify/types.ts';
import { MAIL_PROBLEMS } from '../src/domain/request/mail.ts';
import { SERVER_PROBLEMS } from '../src/domain/request/server.ts';
import { loadMessages } from '../src/locale/messages.ts';

interface List {
  title: string;
  codes: readonly string[];
  /** Where the sentence of a code stands; absent: the code speaks for itself. */
  key?: (code: string) => string;
}

const under = (prefix: string) => (code: string) => `${prefix}.${code}`;
const LISTS: List[] = [
  { title: 'Errors', codes: ERROR_CODES, key: under('error') },
  { title: 'usage: problems', codes: USAGE_PROBLEMS, key: under('error.usage') },
  { title: 'identify: kinds', codes: IDENTIFIER_KINDS, key: under('identify.kind') },
  { title: 'identify: problems', codes: IDENTIFY_PROBLEMS, key: under('identify.problem') },
  { title: 'identify: grounds', codes: IDENTIFY_GROUNDS, key: under('identify.ground') },
  { title: 'check: why a channel stands where it stands', codes: CHECK_REASONS, key: under('check.reason') },
  { title: 'check: what is unknown or conflicting', codes: CHECK_UNKNOWNS, key: under('check.unknown') },
  { title: 'check: what a channel may ask for', codes: NEED_FIELDS, key: under('need') },
  { title: 'confirm: verdicts', codes: VERDICTS, key: under('confirm.verdict') },
  { title: 'confirm: grounds of a verdict', codes: VERDICT_GROUNDS, key: under('confirm.ground') },
  { title: 'confirm: kinds of answer', codes: READING_KINDS, key: under('confirm.kind') },
  { title: 'confirm: what was noticed in the text', codes: READING_GROUNDS, key: under('confirm.ground') },
  {
    title: 'confirm: why an answer is not taken as the confirmation',
    codes: NOT_ACCEPTED,
    key: under('confirm.not-accepted'),
  },
  { title: 'decide: kinds of option', codes: OPTION_KINDS },
  { title: 'decide: why', codes: WHY_CODES, key: under('decide.why') },
  { title: 'decide: reasons in a timeline', codes: TIMELINE_REASONS, key: under('decide.timeline') },
  { title: 'decide: warnings', codes: WARNING_CODES, key: under('decide.warning') },
  { title: 'decide: questions', codes: QUESTION_CODES, key: under('decide.question') },
  { title: 'decide: unknowns', codes: UNKNOWN_CODES, key: under('decide.unknown') },
  { title: 'case: events', codes: EVENT_TYPES, key: under('record.event') },
  { title: 'case: stages', codes: STAGES, key: under('case.stage') },
  { title: 'case: next action', codes: NEXT_ACTIONS, key: under('case.next') },
  { title: 'case: alarms', codes: ALARMS, key: under('case.alarm') },
  { title: 'case: deadlines', codes: DEADLINES, key: under('case.deadline') },
  { title: 'case: what is wrong with a field', codes: FIELD_PROBLEMS, key: under('record.wrong') },
  { title: 'case: what was recorded but looks odd', codes: RECORD_WARNINGS, key: under('record.warning') },
  { title: 'case: damage', codes: CHAIN_PROBLEMS, key: under('record.problem') },
  { title: 'case: why an event is refused', codes: REFUSALS, key: under('case.refusal') },
  { title: 'send: what can be wrong with a part of a mail', codes: MAIL_PROBLEMS, key: under('send.wrong') },
  { title: 'send: what can be wrong with the server', codes: SERVER_PROBLEMS, key: under('send.wrong') },
  { title: 'catalog: confidence', codes: CONFIDENCES },
  { title: 'catalog: channel kinds', codes: CHANNEL_KINDS },
  { title: 'catalog: brand kinds', codes: BRAND_KINDS },
  { title: 'catalog: brand statuses', codes: BRAND_STATUSES },
  { title: 'catalog: publishers', codes: PUBLISHERS },
  { title: 'catalog: states of a rule', codes: RULE_STATES },
  { title: 'catalog: kinds of an online step', codes: STEP_KINDS, key: under('check.step') },
  { title: 'tried: routes', codes: TRIED_ROUTES },
  { title: 'tried: outcomes', codes: TRIED_OUTCOMES, key: under('tried.outcome') },
  { title: 'tried: charged after closing', codes: CHARGES_AFTER },
  { title: 'catalog lint: form of a file', codes: FORM_RULES, key: under('lint') },
  { title: 'catalog lint: rules', codes: LINT_RULES.map((rule) => rule.id), key: under('lint') },
];

const messages = await loadMessages('en');
const section = ({ title, codes, key }: List): string => {
  const rows = codes.map(
    (code) => `| \`${code}\` |${key ? ` ${(messages[key(code)] ?? '').replaceAll('|', '\\|')} |` : ''}`,
  );
  return [`## ${title}`, '', key ? '| code | sentence |\n|---|---|' : '| code |\n|---|', ...rows, ''].join('\n');
};
const text = `# Codes\n\nThe closed lists of codes in simoff's answers. Made from the source by \`npm run codes\`; do not edit.\n\n${LISTS.map(section).join('\n')}`;
const file = join(import.meta.dirname, '../docs/codes.md');

if (!process.argv.includes('--check')) writeFileSync(file, text);
else if (readFileSync(file, 'utf8') !== text) {
  console.error('docs/codes.md is out of date: npm run codes');
  process.exit(1);
}
