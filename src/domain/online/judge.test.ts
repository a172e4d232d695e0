import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dangerOf } from './danger.ts';
import { judge } from './judge.ts';
import { linesIn } from './lines.ts';
import type { Control, OnlineGoal, OnlineMemory, PageSnapshot } from './types.ts';

const GOAL: OnlineGoal = {
  purpose: 'cancel',
  carrier: { slug: 'acme', names: ['Acme'], officialDomains: ['acme.example'] },
  msisdn: '12025550143',
  marks: [],
  knownSteps: [],
  endOn: '2026-12-11',
  today: '2026-11-25',
  zone: 'America/New_York',
};
const NOTHING: OnlineMemory = { steps: [] };
const FLOW: OnlineMemory = { steps: [{ step: 'find-option', verdict: 'this', clicked: 'Cancel service' }] };

let count = 0;
function control(name: string, over: Partial<Control> = {}): Control {
  count += 1;
  return {
    id: `0:${count}`,
    role: 'button',
    name,
    text: name,
    inputType: null,
    autocomplete: null,
    href: null,
    region: 'main',
    headings: [],
    context: name,
    row: '',
    visible: true,
    enabled: true,
    checked: null,
    expanded: null,
    value: null,
    filled: false,
    required: false,
    group: null,
    secret: false,
    box: { x: 0, y: 0, width: 100, height: 30 },
    frame: 0,
    order: count,
    ...over,
  };
}

function page(heading: string, controls: readonly Control[], over: Partial<PageSnapshot> = {}): PageSnapshot {
  return {
    url: 'https://acme.example/x',
    title: heading,
    lang: 'en',
    text: [heading, ...controls.map(({ name }) => name)].join('\n'),
    headings: heading === '' ? [] : [{ level: 1, text: heading }],
    controls,
    modal: false,
    unreadFrames: [],
    busy: false,
    ...over,
  };
}

/** What a page may offer beside the way out; none of it may ever be pointed at. */
const HARMFUL = [
  'Keep my plan',
  'Never mind',
  'No, keep my line',
  "Don't cancel",
  'Go back',
  'Undo cancellation',
  'Withdraw my request',
  'Cancel cancellation',
  'Upgrade now',
  'Change plan',
  'See plans',
  'Switch to a cheaper plan',
  'Add a line',
  'Buy now',
  'Accept offer',
  'Yes, give me 50% off',
  'Claim $10 off',
  'Get this deal',
  'Apply discount',
  'Pause my line',
  'Suspend service',
  'Pause instead',
  'Put service on hold',
  'Cancel AutoPay',
  'Turn off auto-renew',
  'Remove payment method',
  'Cancel insurance',
  'Remove add-on',
  'Remove device protection',
  'Cancel order',
  'Cancel appointment',
  'Cancel international roaming',
  'Close my account',
  'Delete my account',
  'Cancel all lines',
  'Transfer ownership',
  'Change number',
  'Report lost or stolen',
  'Sign out',
  'Log out',
  'Mantener mi línea',
  'No cancelar',
  'Mejorar mi plan',
  'Cambiar de plan',
  'Aceptar oferta',
  'Pausar la línea',
  'Suspender servicio',
  'Cancelar pago automático',
  'Cancelar seguro',
  'Cerrar sesión',
  'Cerrar mi cuenta',
  'Cancelar pedido',
  '保留号码',
  '我再想想',
  '取消注销',
  '撤销注销申请',
  '升级套餐',
  '更换套餐',
  '领取优惠',
  '接受优惠',
  '停机保号',
  '暂停服务',
  '关闭自动续费',
  '取消自动扣款',
  '取消流量包',
  '注销账户',
  '退出登录',
  '過戶',
  '保留門號',
  '不註銷',
];
const RIGHT = [
  'Cancel service',
  'Cancel this line',
  'Disconnect line',
  'Deactivate my service',
  'End service',
  'Terminate line',
  'Continue to cancel',
  'Confirm cancellation',
  'Yes, cancel my line',
  'Dar de baja la línea',
  'Cancelar mi línea',
  'Confirmar la baja',
  '注销号码',
  '确认注销',
  '继续注销',
  '註銷門號',
  '销户',
  '确认销户',
];

describe('what would harm', () => {
  test.each(HARMFUL)('%s is known as such', (name) => {
    expect(dangerOf(control(name), GOAL)).not.toBeNull();
  });

  test.each(RIGHT)('%s is not taken for harm, and is found', (name) => {
    expect(dangerOf(control(name), GOAL)).toBeNull();
    const judged = judge(
      page('Cancel service', [control('Back to top'), control(name), control('Keep my plan')]),
      GOAL,
      FLOW,
    );
    expect(judged.control?.name).toBe(name);
  });

  test('is never pointed at, whatever else is on the page, in whatever order', () => {
    const harmful = fc.constantFrom(...HARMFUL);
    const fine = fc.constantFrom(
      'Home',
      'Manage line',
      'Continue',
      'Next',
      'Help',
      'Account',
      'Settings',
      'No thanks',
      'Submit',
      'Cancel',
      ...RIGHT,
    );
    const heading = fc.constantFrom(
      'Cancel service',
      'Before you go: 50% off',
      'My lines',
      'Are you sure?',
      '注销号码',
      'Solicitud de baja',
      '',
      'Review',
    );
    const region = fc.constantFrom(
      'main' as const,
      'dialog' as const,
      'nav' as const,
      'footer' as const,
      'unknown' as const,
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.oneof(harmful, fine), region), { maxLength: 12 }),
        heading,
        fc.boolean(),
        (names, title, inFlow) => {
          const controls = names.map(([name, where]) => control(name, { region: where }));
          const snapshot = page(title, controls, { modal: names.some(([, where]) => where === 'dialog') });
          const judged = judge(snapshot, GOAL, inFlow ? FLOW : NOTHING);
          for (const own of [judged.control, ...judged.controls]) if (own) expect(HARMFUL).not.toContain(own.name);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('case, width and white space change nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...HARMFUL), fc.boolean(), (name, upper) => {
        const written = `  ${upper ? name.toUpperCase() : name.replace(/ /g, '  ')} `;
        const judged = judge(page('Cancel service', [control(written)]), GOAL, FLOW);
        expect(judged.control).toBeNull();
      }),
    );
  });
});

describe('whose line', () => {
  test.each([
    ['(202) 555-0143', ['0143']],
    ['+1 202.555.0143 and 2025550187', ['0143', '0187']],
    ['(•••) •••-0143 Wei (•••) •••-0166', ['0143', '0166']],
    ['ending in 0143', ['0143']],
    ['尾号 0143', ['0143']],
    ['Call 1-800-555-0199', []],
  ])('%s', (text, lines) => {
    expect(linesIn(text)).toEqual(lines);
  });

  test('the row of the right line is meant, the others are not', () => {
    const rows = ['0187', '0143', '0166'].map((last) =>
      control('Cancel line', { context: `(202) 555-${last} Cancel line` }),
    );
    expect(judge(page('My lines', rows), GOAL, NOTHING).control).toBe(rows[1]);
    const others = [rows[0], rows[2]].map((own) => own as Control);
    expect(judge(page('My lines', others), GOAL, NOTHING).control).toBeNull();
  });

  test('a dialog about another line is not confirmed', () => {
    const dialog = [
      control('Yes, disconnect', {
        region: 'dialog',
        context: 'Disconnect (202) 555-0187? Are you sure?',
        headings: ['Disconnect (202) 555-0187?'],
      }),
    ];
    expect(judge(page('My lines', dialog, { modal: true }), GOAL, FLOW).control).toBeNull();
  });
});

describe('"Cancel"', () => {
  const dialog = (...names: string[]): Control[] =>
    names.map((name) =>
      control(name, {
        region: 'dialog',
        context: `Cancel your service? ${names.join(' ')}`,
        headings: ['Cancel your service?'],
      }),
    );

  test('closes the dialog where the other button goes on', () => {
    const judged = judge(page('', dialog('Cancel', 'Confirm'), { modal: true }), GOAL, FLOW);
    expect(judged.control?.name).toBe('Confirm');
  });

  test('ends the line where the other button keeps it', () => {
    const judged = judge(page('', dialog('Keep my line', 'Cancel'), { modal: true }), GOAL, FLOW);
    expect(judged.control?.name).toBe('Cancel');
  });

  test('alone it is not pointed at', () => {
    expect(judge(page('Edit address', [control('Cancel')]), GOAL, FLOW).control).toBeNull();
  });
});

describe('pages', () => {
  const radio = (name: string, over: Partial<Control> = {}): Control =>
    control(name, { role: 'radio', checked: false, group: 'g', headings: ['Why are you leaving?'], ...over });

  test('signing in is the user’s; once all is typed, the button', () => {
    const user = control('Email', { role: 'textbox', inputType: 'email', value: '' });
    const password = control('Password', { role: 'textbox', inputType: 'password', secret: true });
    const button = control('Sign in');
    expect(judge(page('Sign in', [user, password, button]), GOAL, NOTHING)).toMatchObject({
      verdict: 'needs-you',
      step: 'sign-in',
    });
    const filled = [{ ...user, value: 'x', filled: true }, { ...password, filled: true }, button];
    expect(judge(page('Sign in', filled), GOAL, NOTHING)).toMatchObject({
      verdict: 'this',
      control: { name: 'Sign in' },
    });
  });

  test('of reasons, the one that invites no offer', () => {
    const reasons = ['Too expensive', 'Poor coverage', 'Moving abroad', 'Switching carrier'].map((name) => radio(name));
    expect(judge(page('Cancel service', [...reasons, control('Continue')]), GOAL, FLOW).control?.name).toBe(
      'Moving abroad',
    );
  });

  test('the day of the plan', () => {
    const days = ['Today', 'December 11, 2026 (end of your billing cycle)'].map((name) =>
      radio(name, { headings: ['When?'] }),
    );
    expect(judge(page('Cancel service', [...days, control('Next')]), GOAL, FLOW).control?.name).toMatch(/December 11/);
  });

  test('the ending among other things that can be done', () => {
    const acts = ['Pause my line', 'Change my plan', 'Cancel my line'].map((name) =>
      radio(name, { headings: ['What would you like to do?'] }),
    );
    expect(
      judge(page('Manage line', [...acts, control('Continue')], { text: 'cancel' }), GOAL, FLOW).control?.name,
    ).toBe('Cancel my line');
  });

  test('an offer: the small way on', () => {
    const judged = judge(
      page(
        'Wait! Get 50% off before you go',
        [control('Claim offer'), control("No thanks, I don't like saving money"), control('Chat with us')],
        { text: 'cancel service 50% off' },
      ),
      GOAL,
      FLOW,
    );
    expect(judged).toMatchObject({
      verdict: 'wants-you-to-stay',
      control: { name: "No thanks, I don't like saving money" },
    });
    expect(judged.traps.map(({ code }) => code)).toEqual(expect.arrayContaining(['offer-first', 'confirm-shaming']));
  });

  test.each([
    ['Your line (202) 555-0143 has been cancelled. Service ends on December 11, 2026.', 'accepted'],
    ['Request received. We will contact you within 2 days about your cancellation.', 'received-only'],
    ['You are pre-registered to cancel. Call us within 7 days to complete it.', 'pre-registered'],
  ])('an end page: %s', (text, kind) => {
    const judged = judge(page('Thank you', [control('Back to account')], { text }), GOAL, FLOW);
    expect(judged).toMatchObject({ verdict: 'done', reading: { kind } });
  });

  test('a page that still asks is no end page', () => {
    const text = 'Your line (202) 555-0143 will end on December 11, 2026.';
    expect(judge(page('Review', [control('Confirm cancellation')], { text }), GOAL, FLOW)).toMatchObject({
      verdict: 'this',
      endsLine: false,
    });
    expect(judge(page('Cancel service', [control('Confirm cancellation')], { text }), GOAL, FLOW)).toMatchObject({
      verdict: 'this',
      endsLine: true,
    });
  });

  test('only the phone: not cancelled', () => {
    const judged = judge(
      page('Cancel service', [control('Back')], { text: 'To cancel your service, please call 1-800-555-0199.' }),
      GOAL,
      FLOW,
    );
    expect(judged).toMatchObject({ verdict: 'done', reading: null, say: { code: 'phone-wall' } });
  });

  test('whatever a page holds, it answers', () => {
    const anyControl = fc.record({
      name: fc.string({ unit: 'binary', maxLength: 30 }),
      role: fc.constantFrom('button', 'link', 'radio', 'checkbox', 'textbox', 'combobox'),
      region: fc.constantFrom('main' as const, 'dialog' as const),
      group: fc.constantFrom(null, 'a'),
    });
    fc.assert(
      fc.property(
        fc.array(anyControl, { maxLength: 10 }),
        fc.string({ unit: 'binary', maxLength: 200 }),
        (all, text) => {
          const judged = judge(
            page(
              'x',
              all.map(({ name, ...over }) => control(name, over)),
              { text },
            ),
            GOAL,
            FLOW,
          );
          expect(judged.verdict).toBeTruthy();
        },
      ),
    );
  });
});
