/**
 * What it costs, beside what a user would pick instead, measured in one run on one machine.
 * `npm run bench` prints a table, `npm run -s bench -- --json` one JSON document.
 */
import { join } from 'node:path';
import { caseCost } from './case.ts';
import { catalogLoad } from './catalog.ts';
import { cliRatio } from './cli.ts';
import { confirmCost } from './confirm.ts';
import { letters } from './letters.ts';
import { onlineCost } from './online.ts';
import { storeCost } from './store.ts';
import { throughput } from './throughput.ts';
import { webCost } from './web.ts';

const root = join(import.meta.dirname, '..');
const json = process.argv.includes('--json');
const note = (text: string): void => void process.stderr.write(`${text}\n`);

note('identify and decide …');
const rates = await throughput(root);
note('catalog …');
const catalog = await catalogLoad(root);
note('command line …');
const cli = cliRatio(root);
note('store …');
const store = await storeCost();
note('cases …');
const cases = await caseCost(root);
note('answers …');
const answers = await confirmCost();
note('web app …');
const web = await webCost(root);

note('letters …');
const pages = await letters(root);

note('carrier pages …');
const online = await onlineCost();

const result = {
  ...rates,
  ...catalog,
  ...cli,
  ...store,
  ...cases,
  ...answers,
  ...web,
  ...pages,
  ...online,
  node: process.version,
};
if (json) console.log(JSON.stringify(result));
else for (const [name, value] of Object.entries(result)) console.log(`${name.padEnd(32)} ${value}`);
