/** What "yes" and "no" mean on this page. */
import type { Candidate } from '../candidates.ts';
import { labelOf } from '../label.ts';
import type { Scene } from '../scene.ts';
import { ABOUT_END } from '../words.ts';

const BARE_YES = /^(yes|ok(ay)?|s[ií]|是的?|确定|確定|aceptar|accept)$/iu;

const BARE_NO = /^(no|否|不)$/iu;

/** What "yes" would mean here: the end, the opposite, or nobody can tell. */
function yesMeans({ scope }: Scene): 'end' | 'keep' | 'unclear' {
  const asked = `${scope.headings} ${scope.inDialog ? scope.text.slice(0, 300) : ''}`;
  if (!ABOUT_END.test(asked)) return 'unclear';
  if (
    /放弃.{0,8}(注销|销户|申请)|(stop|abandon|discard|undo|withdraw).{0,20}cancel|keep (your|my)|desistir|保留|不.{0,3}(注销|取消)吗/iu.test(
      asked,
    )
  )
    return 'keep';
  return /\?|？|sure|seguro|确定|確定|是否/iu.test(asked) ? 'end' : 'unclear';
}

/** Short answers say nothing without their question. */
export function fitsQuestion(scene: Scene, { control }: Candidate): boolean {
  const label = labelOf(control);
  if (/helpful|useful|有帮助|有用吗|[uú]til/iu.test(`${control.context} ${control.headings[0] ?? ''}`)) return false;
  const yes = yesMeans(scene);
  if (BARE_YES.test(label)) return yes === 'end';
  if (BARE_NO.test(label)) return yes === 'keep' && scene.scope.inDialog;
  return true;
}
