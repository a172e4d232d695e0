import { document, gate, lineOf, masked } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const page = (title: string, body: string): string =>
  document(
    title,
    `<div class="hd"><a href="/">首页</a>｜<a href="/yewu">业务办理</a>｜<a href="/chongzhi">充值缴费</a>｜<a href="/logout">退出登录</a></div><h1>${title}</h1>${body}`,
    { lang: 'zh-Hans', css: 'body{font-family:sans-serif;padding:20px}button,a.b{padding:8px 18px}' },
  );

/** In Chinese, a wizard; the end is only requested, and a ticket is given. */
export const yunlian: Site = {
  id: 'yunlian',
  name: '云联移动',
  language: 'zh',
  ending: 'received-only',
  needsCode: true,
  handle,
  mail: (line, reference) => ({
    subject: '注销申请已收到',
    text: `您的号码（尾号 ${line.msisdn.slice(-4)}）的注销申请已收到，工单号：${reference}。客服将在48小时内联系您。`,
  }),
};

function handle(visit: Visit) {
  const out = gate(visit, {
    signIn: () =>
      page(
        '登录',
        '<form method="post" action="/login"><p>账号 <input name="u" aria-label="手机号或邮箱"></p><p>密码 <input name="p" type="password" aria-label="密码"></p><button>登录</button></form>',
      ),
    code: () =>
      page(
        '安全验证',
        '<form method="post" action="/code"><p>验证码已发送 <input name="c" aria-label="短信验证码"></p><button>确定</button></form>',
      ),
  });
  if (out) return out;
  const line = lineOf(visit, visit.query.get('hao') ?? visit.kept.get('hao') ?? null);
  switch (visit.path) {
    case '/yewu':
      return {
        html: page(
          '业务办理',
          '<ul><li><a href="/taocan">更换套餐</a></li><li><a href="/tingji">停机保号</a></li><li><a href="/zidong">关闭自动续费</a></li><li><a href="/xiaohu">销户办理</a></li></ul>',
        ),
      };
    case '/taocan':
    case '/tingji':
    case '/zidong':
    case '/chongzhi':
      visit.did(visit.path, true);
      return { html: page('办理成功', '') };
    case '/xiaohu':
      return {
        html: page(
          '注销号码 第1步：选择号码',
          `<form action="/xiaohu2">${visit.account.lines.map((one, at) => `<p><label><input type="radio" name="hao" value="${one.msisdn.slice(-4)}" ${at === 0 ? 'checked' : ''}> ${masked(one)} ${one.nickname}</label></p>`).join('')}<button>下一步</button></form>`,
        ),
      };
    case '/xiaohu2':
      visit.kept.set('hao', visit.query.get('hao') ?? '');
      return {
        html: page(
          '注销号码 第2步：专享优惠',
          `<p>舍不得您离开！现在留下即享 5 折优惠 6 个月。</p><a class="b" href="/youhui">领取优惠，继续使用</a> <a href="/xiaohu3" style="color:#999;font-size:12px">残忍离开，继续注销</a>`,
        ),
      };
    case '/youhui':
      visit.did('took an offer', true);
      return { html: page('优惠已生效', '') };
    case '/xiaohu3':
      return {
        html: page(
          '注销号码 第3步：注销原因',
          '<form method="post" action="/wancheng"><p>请选择原因：</p><p><label><input type="radio" name="y" value="1">资费太贵</label></p><p><label><input type="radio" name="y" value="2">不再需要</label></p><p><label><input type="radio" name="y" value="3">其他</label></p><p><label><input type="checkbox" name="ok" required>我已了解注销后号码无法找回</label></p><button>提交注销申请</button> <a href="/">我再想想</a></form>',
        ),
      };
    case '/wancheng': {
      if (!line || visit.method !== 'POST') return { redirect: '/yewu' };
      const reference = visit.end(line, 'requested', null);
      return {
        html: page(
          '注销申请已提交',
          `<p>号码 ${masked(line)} 的注销申请已提交，工单号：${reference}。客服将在48小时内联系您。</p>`,
        ),
      };
    }
    default:
      return { html: page('欢迎', '<p>本月账单 $25.00</p><a class="b" href="/chongzhi">立即充值</a>') };
  }
}
