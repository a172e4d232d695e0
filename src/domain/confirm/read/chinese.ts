import type { Sentence } from './sentences.ts';
import { type Phrase, phrasesIn, type Signal, signal } from './signals.ts';

const LINE = '(?:线路|号码|手机号|服务|账户|帐户|账号|套餐|合约|手机卡|电话卡|SIM\\s?卡|业务|尾号[^，。,]{0,12})';
const END = '(?:取消|注销|销户|停用|终止|关闭|停机|断开|退订|解约|销号)';
const OTHER = /订单|预约|自动扣款|自动付款|自动支付|保险|增值|附加|漫游包|流量包|退货|快递|会员/;
const ANY_END = new RegExp(END);

const ACCEPTED: readonly RegExp[] = [
  new RegExp(
    `${LINE}[^。；?]{0,40}?(?:已经?|现已|已被|均已|已为您|已成功|成功)(?:被|成功|于[^。]{0,24}|为您|完成)*${END}`,
  ),
  new RegExp(
    `(?:已经?|我们已|已为您|成功)(?:成功|于[^。]{0,24}|为您|将|把|取消了?)*${END}了?(?:您|你)?的?[^。]{0,10}${LINE}`,
  ),
  /(?:取消|注销|销户|终止|停用)(?:申请|请求)?[^。；?]{0,20}?(?:已|已经)(?:成功)?(?:完成|生效|确认|批准|办理完毕|办结|处理完成|处理完毕)/,
  new RegExp(`(?:确认|特此确认)[^。；?]{0,16}${LINE}[^。；?]{0,16}(?:取消|注销|终止|停用)(?!申请|请求|吗)`),
];
const PLANNED: readonly RegExp[] = [
  new RegExp(`${LINE}[^。；?]{0,40}?(?:将|会|定于|预定)[^。；?]{0,30}?${END}`),
  new RegExp(`${LINE}[^。；?]{0,30}?(?:使用|有效|保留|服务)?(?:至|到)[^。；?]{0,20}?(?:为止|终止|结束)`),
  new RegExp(
    `(?:${END}|服务终止|服务结束|生效)(?:日期|时间|日)\\s*(?:为|是|:)|(?:最后一天服务|服务最后一天|最后服务日|最后使用日)`,
  ),
];
const NEGATED = new RegExp(
  `(?:未能|无法|没有|不能|尚未|还未|还没有?|并未|未|没法|暂未|不予)(?:被|成功|完成|为您|办理|处理|受理|您的)*(?:${END}|完成|处理|受理)|(?:取消|注销|销户|申请|请求)[^。；]{0,16}(?:失败|被拒|未通过|被驳回|已撤销|已撤回|不成功)|仍(?:然)?(?:有效|可用|处于激活|在使用)`,
);
const STEP = new RegExp(
  `预登记|预取消|预申请|预受理|(?:(?<!申)请|需要?|必须|须|还要|还需|务必)[^。；?]{0,30}?(?:致电|拨打|来电|联系|回复|确认|验证|登录|点击|聊天|前往)[^。；?]{0,40}?(?:以(?:便)?|才能|完成|方可|否则|${END})|(?:(?<!申)请|需要?|必须|须|务必)(?:您|你|在|于)?[^。；?]{0,20}?(?:天|日|小时)(?:之?内|前)[^。；?]{0,20}?(?:致电|拨打|来电|联系|回复|确认|验证)|(?:致电|来电|确认|回复|验证)[^。；?]{0,12}?(?:后|之后)[^。；?]{0,12}?(?:才|方|再|将|会)[^。；?]{0,16}?${END}`,
);
const RECEIVED = /(?:已|已经)?(?:收到|受理|提交|登记|转交|转给)|正在(?:处理|审核|办理|审查)|处理中|审核中|办理中/;
const PLAIN: readonly Phrase[] = [
  ['final-bill', /最终账单|最后一期账单|末期账单|最后账单|结清账单|最后一张账单/],
  ['offer', /(?:专属|特别|挽留|限时)(?:优惠|折扣)|如果您(?:愿意)?留下|继续使用[^。]{0,10}优惠/],
  ['unpaid', /欠费|逾期未付|未缴费/],
  ['suspended', /暂停服务|停机保号|已暂停|报停/],
  [
    'port-out',
    /(?:携号转网|携转|号码(?:已|将)?(?:转出|转移到|转到|转入其他))[^。]{0,24}|(?:转出|转网|携出)[^。]{0,16}(?:完成|成功|申请|运营商)/,
  ],
];
const HYPOTHETICAL = /(?:如果|如|若|一旦|假如|要是|除非|在[^。,，]{0,10}(?:前|后|之后|之前))[^,，。]*$/;

/** What a Chinese sentence says about the end of a line. */
export function chineseSignals(sentence: Sentence): Signal[] {
  const { text } = sentence;
  const plain = phrasesIn(sentence, PLAIN);
  if (/[?？]\s*$|吗\s*[?。]?\s*$/.test(text)) return [];
  const find = (kind: Signal['kind'], pattern: RegExp): Signal[] => {
    const match = pattern.exec(text);
    if (!match || HYPOTHETICAL.test(text.slice(0, match.index))) return [];
    return [signal(kind, sentence, match.index, match.index + match[0].length)];
  };
  if (OTHER.test(text) && !/线路|号码/.test(text))
    return ANY_END.test(text) ? [...plain, ...find('other-object', ANY_END)] : plain;
  const negated = ANY_END.test(text) || /申请|请求|仍/.test(text) ? find('negated', NEGATED) : [];
  if (negated.length > 0) return [...plain, ...negated];
  const step = find('step', STEP);
  if (step.length > 0) return [...plain, ...step];
  const unpaid = plain.some(({ kind }) => kind === 'unpaid');
  const pending = RECEIVED.test(text) && /申请|请求|要求/.test(text) ? find('received', RECEIVED) : [];
  const accepted =
    pending.length > 0 ? [] : ACCEPTED.flatMap((pattern) => find(unpaid ? 'conditional' : 'accepted', pattern));
  const planned =
    accepted.length > 0 ? [] : PLANNED.flatMap((pattern) => find(unpaid ? 'conditional' : 'planned', pattern));
  return [...plain, ...accepted, ...planned, ...pending];
}
