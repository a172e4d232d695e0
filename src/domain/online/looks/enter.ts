/** What stops everything: a page that loads, a password that is asked for. */
import { dangerOf } from '../danger.ts';
import { isInput, isPress, labelOf, plainText } from '../label.ts';
import { secretField, signInName } from '../page.ts';
import type { Part, Scene } from '../scene.ts';
import { ENDS, GOES_ON, SIGNS_IN } from '../words.ts';

export function loading({ snapshot, scope }: Scene): Part | null {
  const empty = scope.controls.length === 0 && plainText(snapshot.text).length < 40;
  return empty || (snapshot.busy && scope.controls.filter(isPress).length < 2)
    ? { step: 'wait', verdict: 'abstain', say: 'loading' }
    : null;
}

/** A password, a code, a PIN: the user's alone. Once it is typed, the button beside it. */
export function secrets({ scope, goal, inFlow }: Scene): Part | null {
  const secret = secretField(scope) ?? (inFlow ? null : signInName(scope));
  if (!secret) return null;
  const fields = scope.controls.filter((own) => isInput(own) && (own.secret || own === secret));
  if (fields.every(({ filled }) => filled)) {
    const buttons = scope.controls.filter(
      (own) =>
        isPress(own) &&
        own.order > secret.order &&
        (SIGNS_IN.test(labelOf(own)) ||
          GOES_ON.test(labelOf(own)) ||
          ENDS.test(labelOf(own)) ||
          /verify|验证|驗證|verificar/iu.test(labelOf(own))) &&
        dangerOf(own, goal) === null &&
        !/resend|forgot|重新发送|忘记|olvid/iu.test(labelOf(own)),
    );
    const [button] = buttons;
    if (button)
      return {
        step: inFlow ? 'confirm' : 'sign-in',
        verdict: 'this',
        controls: [button],
        endsLine: ENDS.test(labelOf(button)),
        say: 'after-secret',
      };
  }
  return {
    step: inFlow ? 'confirm' : 'sign-in',
    verdict: 'needs-you',
    controls: [secret],
    say: secret.secret && secret.inputType !== 'password' ? 'code' : 'sign-in',
  };
}
