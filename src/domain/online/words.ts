/** What controls and pages of self-care sites say, in English, Spanish and Chinese; read without regard to case. */

const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'iu');

/** Words that make another thing of the line they follow: "plan change", "number transfer", "service alert". */
const OTHER_HEAD =
  '(?! (change|transfer|details?|alerts?|upgrade|trade|from|protection|insurance|add|feature|menu|window|tab|notice|survey|chat|installment|lease|financing|on file|request form|renewal|port|payment))';
const THING_EN = `((service|line|plan|subscription|number|account|wireless|mobile|membership|contract|cellular)s?\\b${OTHER_HEAD}|(my|this|your) (phone|sim|esim|device|connection)\\b${OTHER_HEAD})`;
const THING_ES =
  '(servicio|l[ií]nea|plan|suscripci[oó]n|n[uú]mero|cuenta|contrato|m[oó]vil|celular|chip|esim|tel[eé]fono)s?';
const THING_ZH =
  '(服务|服務|线路|線路|号码|號碼|套餐|订阅|訂閱|合约|合約|卡|手机号|手機號|门号|門號|账户|賬戶|帳戶|账号|帳號|电话|電話|eSIM)';

/** Ends the line, or leads on to its end. */
export const ENDS = any(
  String.raw`\b(cancel|terminate|disconnect|deactivate|close|end|stop|discontinue|remove|delete|drop)\b( |-)?(\w+ ){0,4}?${THING_EN}`,
  String.raw`\b(service|line|plan|subscription|account|number|wireless)s? (cancell?ation|termination|disconnection|deactivation|closure)`,
  String.raw`\bcancell?ation\b|\bdisconnection\b|\bdeactivation\b|\btermination\b`,
  String.raw`\b(continue|proceed|go on|move forward)\b.{0,25}\b(cancel|disconnect|leav)`,
  String.raw`\b(yes|confirm|submit|finish|complete|finali[sz]e)\b.{0,25}\b(cancel|disconnect|deactivat|terminat|end|clos)`,
  String.raw`\b(cancel|disconnect|leave|deactivate|terminate) (it |this |me |us )?(now|anyway|today|permanently|for good)\b`,
  String.raw`\bstill (want|like|wish) to (cancel|leave|disconnect)\b|\b(i want|i['’]d like|i would like|i wish) to (cancel|leave|disconnect)`,
  String.raw`\b(leave|leaving|quit|part ways with) (us|for good)\b|\bsay goodbye\b`,
  String.raw`\b(cancelar|terminar|finalizar|desactivar|desconectar|cerrar|eliminar|suprimir)\b (\S+ ){0,3}?${THING_ES}`,
  String.raw`dar(me|se|la|lo)? de baja|\b(solicitar|tramitar|confirmar|pedir|continuar con|seguir con)? ?(la )?\bbaja\b|\bcancelaci[oó]n\b|s[ií],? (quiero )?(cancelar|dar)`,
  '(continuar|seguir|proceder)( con)? (a )?(la )?cancela',
  `(取消|注销|註銷|终止|終止|停止|停用|解除|退订|退訂|关闭|關閉|结束|結束|解约|解約|删除|刪除).{0,4}${THING_ZH}`,
  `${THING_ZH}.{0,4}(注销|註銷|取消|终止|終止|停用|退订|退訂|关闭|關閉|解约|解約|拆机|銷戶|销户)`,
  '销户|銷戶|销号|銷號|退网|退網|注销|註銷|拆机|拆機|解约|解約|退租|(继续|繼續|坚持|堅持|仍要|确认|確認|确定|確定|提交).{0,4}(取消|注销|註銷|退订|退訂|终止|終止|停用)',
);
/** The same where a package of a travel eSIM is given back. */
export const GIVES_BACK = any(
  String.raw`\b(request|get|apply for|ask for|claim|start)( a| my)? refund\b|\brefund (request|this|my)\b`,
  'solicitar (el |un )?reembolso|pedir (el |un )?reembolso',
  '(申请|申請)?退款',
);
/** A bare word that ends either the line or only the dialog it stands in. */
export const BARE_CANCEL = /^(cancel|cancelar|取消)$/iu;

/** Keeps the line, or takes a cancellation back. */
export const KEEPS = any(
  String.raw`\b(keep|stay|remain|retain|save my|continue with my (current )?(plan|service)|continue my (plan|service))\b`,
  String.raw`\b(don['’]?t|do not|never|not) (cancel|leave|disconnect|end)\b|\bnever ?mind\b|\b(go|take me) back\b|^back\b|\bchanged my mind\b|\bnot now\b|\bmaybe later\b|\breturn to\b`,
  String.raw`\b(undo|withdraw|revoke|reverse|stop|cancel|remove|end|delete|discard) (my |the |this |your |a )?(\w+ )?(cancell?ation|disconnection|deactivation|termination|request)\b(?! (and|&))|\b(don['’]?t|not) (want to )?(lose|give up)\b|\breinstate\b|\breactivate\b|\brestore\b|\bresume\b`,
  String.raw`\b(mantener|conservar|quedarme|qued[aá]rme|continuar con (mi|el) (plan|servicio)|seguir con (mi|el) (plan|servicio)|no cancelar|no,? (quiero )?(seguir|quedarme|mantener)|volver|regresar|atr[aá]s|anular la (baja|cancelaci[oó]n)|reactivar)\b`,
  '保留|留下|继续使用|繼續使用|继续享受|不取消|不注销|不註銷|暂不|暫不|再想想|再考虑|返回|上一步|撤销|撤銷|撤回|恢复|恢復|放弃(注销|註銷|取消)|放棄(注销|註銷|取消)|取消(注销|註銷|申请|申請|退订)|重新激活|继续保留',
);
/** Buys, changes or takes an offer. */
export const BUYS = any(
  '^(the )?(store|shop|deals?|offers?|promotions?|tienda|ofertas)$|^(商城|优惠|活动)$',
  String.raw`\b(upgrade|downgrade|change|switch|compare|view|see|explore|browse|shop|choose|pick|swap|try)\b.{0,20}\b(plan|plans|offer|offers|deal|deals|phone|phones|device|devices)\b`,
  String.raw`\b(payment|checkout|pay)\b|\b(save me|save my) money\b|\bwith (the |my )?(discount|offer|credit)\b|\b(store credit|bonus)\b|\b(confirm|apply|keep) (my |the |this |it)\b ?(discount|offer|credit)?|quiero (mi|el|la) |我要优惠|\b(upgrade|shop|buy|purchase|add to cart|checkout|trade[- ]?in|add (a |another )?(line|device|feature|data)|top ?up|refill|recharge|add-?ons?|get (this|the|my|your)?\s*(deal|offer|discount)|redeem|claim (my |this |the |your )?(offer|deal|discount|credit|gift)|claim \$?\d+)`,
  String.raw`\b(accept|apply|take|activate|use|yes,? (give|i want|i['’]ll)|i['’]ll take)\b.{0,25}\b(offer|deal|discount|credit|promo|promotion|plan|save|saving|free|months?|% off)`,
  String.raw`\b(save|get|enjoy) (\$|\d|up to)|\b\d+% off\b|\bmake a payment\b|\bpay (my |your )?(bill|now)\b|\brenew (now|plan|my)`,
  String.raw`\b(mejorar|cambiar)( de| mi)? plan|comprar|agregar (una )?l[ií]nea|a[ñn]adir|recargar|aceptar (la |esta )?(oferta|promoci[oó]n|descuento)|aprovechar|quiero (la|esta) oferta|pagar|renovar|ver (ofertas|planes)`,
  '升级|升級|更换套餐|更換套餐|换套餐|換套餐|变更套餐|購買|购买|加购|充值|续费|續費|缴费|繳費|领取|領取|(接受|享受|使用|立即享).{0,6}(优惠|優惠|折扣)|立享|查看优惠|更多优惠|增加线路|新增',
);
export const PAUSES = any(
  String.raw`\b(pause|suspend|hold|freeze|snooze|park|seasonal|vacation)\b`,
  String.raw`\b(pausar|suspender|congelar|pausa|suspensi[oó]n)\b`,
  '停机|停機|暂停|暫停|保号|保號|挂起|冻结|凍結|报停|報停',
);
export const AUTOPAY = any(
  String.raw`\bauto[- ]?(pay|payment|refill|renew(al)?|recharge|charge|top)|\b(automatic|recurring) (payment|billing|renewal|charge)s?|\bpayment method|\bstored card`,
  String.raw`\b(autopago|pago autom[aá]tico|renovaci[oó]n autom[aá]tica|m[eé]todo de pago|domiciliaci[oó]n)`,
  '自动(扣款|付款|支付|续费|续订|缴费)|自動(扣款|付款|支付|續費|續訂|繳費)|支付方式|代扣',
);
/** Something that comes with a line, but is not the line. */
export const ADDON = any(
  String.raw`\b(add-?on|insurance|protect(ion)?|feature|roaming|international (pass|pack|calling|plan|day)|hotspot|perk|streaming|voicemail|cloud|music|video|netflix|hulu|disney|apple (music|tv)|(data|day|travel|global)? ?(pass|pack|boost)|device (plan|payment)|spotify|premium|shield|\bcare\b|repair|installment|lease|home internet|internet|fiber|broadband|\btv\b|television|landline|home phone|cable|watch|trial|warranty|caller id|spam|extras?)\b`,
  String.raw`\b(seguro|protecci[oó]n|complemento|funci[oó]n|paquete de datos|itinerancia|buz[oó]n)\b`,
  '保险|保險|增值|附加|加值|流量包|漫游|漫遊|彩铃|彩鈴|语音信箱|語音信箱|来电显示|来电提醒|来电|亲情|提醒|通知|银行卡|信用卡|变更|變更|宽带|寬頻|电视|會員|权益',
);
/** Something that is cancelled often and has nothing to do with the line. */
export const OTHER_MATTER = any(
  String.raw`\b(order|orders|appointment|shipment|delivery|return|chat|case|ticket|transaction|payment arrangement|paper ?less|newsletter|e-?mails?|notifications?|texts?|marketing|cookies?)\b`,
  String.raw`\b(pedido|cita|env[ií]o|devoluci[oó]n|bolet[ií]n|correos?|notificaciones)\b`,
  '订单|訂單|预约|預約|快递|配送|退货|电子报|电邮订阅|通知|邮件订阅|短信订阅',
);
export const OTHER_ACTS = any(
  String.raw`\b(transfer|change|move) (of |my |the )?(ownership|owner|number|billing responsibility)|\banother carrier\b|\bport(ing)? out\b|cambio de|portabilidad|renovaci[oó]n|\bport( in|-in| my)|\breport (lost|stolen)|\blost or stolen|\bblock (device|line|number)|\breplace (sim|phone)|\bchange (my )?(number|password|pin|email|address|name)|\breset\b|\bbring your own`,
  String.raw`\b(transferir|cambiar) (de )?(titular|n[uú]mero|contrase[ñn]a|pin)|reportar|extraviad|robad`,
  '过户|過戶|携入|攜入|挂失|掛失|补卡|補卡|换号|換號|改密码|修改密码|重置',
);
/** Ends more than one line. */
export const WHOLE_ACCOUNT = any(
  String.raw`\b(all|every) (of )?(my |your |the )?(lines?|services?)\b|\b(entire|whole|complete) account\b|\b(close|delete|cancel|terminate|deactivate) (my |your |the |this )?(\w+ )?(account|profile|login|id|user|data)\b`,
  String.raw`\btodas? (las|mis|sus) l[ií]neas|\b(cerrar|eliminar|cancelar) (mi |su |la )?(cuenta|perfil)`,
  '(所有|全部).{0,4}(线路|線路|号码|號碼)|(注销|註銷|删除|刪除|关闭|關閉).{0,3}(账户|賬戶|帳戶|账号|帳號|登录|资料)|整个账户|整個帳戶',
);
export const LOGS_OUT = any(
  String.raw`\b(log|sign) ?-?(out|off)\b`,
  String.raw`cerrar (la )?sesi[oó]n|\bsalir\b`,
  '退出(登录|登錄|账户)?$|登出|退出登录|退出登錄|注销登录|註銷登錄',
);
export const SIGNS_IN = any(
  String.raw`\b(log|sign) ?-?in\b|\bmy account\b|\baccess (my |your )?account`,
  'iniciar sesi[oó]n|ingresar|acceder|entrar|mi cuenta',
  '登录|登錄|登入|我的账户|我的帳戶|我的账号',
);
/** Turns an offer down, or goes past it. */
export const REFUSES = any(
  String.raw`\bno,? ?thanks?\b|\bno,? thank you\b|\bdecline\b|\bskip\b|\bnot interested\b|\bpass\b|\breject\b|\bdismiss (offer|this)|^no,? .{3,}|\bnot for me\b|\bno deal\b|\blose (my|the|this|these)\b|\bok(ay)? (with )?losing\b|\bi (don['’]?t|do not) (want|need|like|care)\b|\bi(['’]?d| would)? (rather|prefer|hate|like paying)\b`,
  String.raw`\b(continue|proceed|go on) (to |with |my )?(cancel|cancell?ation|leaving|disconnect)|\bcancel anyway\b|\bstill (want|like|wish) to (cancel|leave)`,
  String.raw`^no,? gracias|\brechazar\b|\bomitir\b|no me interesa|continuar (con la |a la )?(cancelaci[oó]n|baja)|seguir con la (cancelaci[oó]n|baja)|cancelar de todos modos|prefiero`,
  '不用了|不需要|谢绝|謝絕|不感兴趣|不感興趣|跳过|跳過|拒绝|拒絕|残忍|狠心|忍痛|(继续|繼續|坚持|堅持|仍要|依然).{0,4}(取消|注销|註銷|退订|退訂|办理|離開|离开)|放弃优惠|放棄優惠|我不想|我不要',
);
export const GOES_ON = any(
  String.raw`^(yes\b|ok(ay)?\b|continue|next|proceed|submit|confirm\b(?! (e-?mail|address|payment|order|identity|appointment|my (e-?mail|address)))|finish|done|review (and|&|my|your|cancel)|send|agree|accept and|i (understand|agree)|place request|request)`,
  String.raw`\b(continue|next step|submit|confirm|send request|send|finish|review (and|&))\b`,
  String.raw`^(s[ií](?![a-z])|continuar|siguiente|enviar|confirmar|aceptar|finalizar|listo|de acuerdo)|\b(continuar|enviar|confirmar|siguiente)\b`,
  '^(继续|繼續|下一步|提交|确认|確認|确定|確定|好|好的|同意|发送|發送|完成|开始|開始)|(下一步|提交|确认|確認|继续|繼續)',
);
export const AGREES = any(
  String.raw`\bi (understand|agree|acknowledge|accept|confirm|have read|am aware)|\b(understand|agree|acknowledge)\b`,
  String.raw`\b(entiendo|acepto|estoy de acuerdo|comprendo|he le[ií]do|confirmo)\b`,
  '我(已)?(了解|知道|知晓|知曉|明白|同意|确认|確認|阅读|閱讀)|已阅读|已閱讀|同意',
);

/** Ways that may lead to the line, the surest first: each with how sure. */
export const WAYS: readonly (readonly [number, RegExp])[] = [
  [
    92,
    any(
      String.raw`\b(cancel|disconnect|deactivate|terminate)\b.{0,12}\b(or|and|/|&)\b|\b(or|and|/|&)\b.{0,12}\b(cancel|disconnect|deactivate|terminate)\b|\bleaving( us)?\b|\bthinking of leaving|\bmove or cancel|\bstop service`,
      String.raw`\b(o|y) (cancelar|dar de baja)|bajas? y|me voy|cancelaciones`,
      '(停机|变更|暂停|过户|更换).{0,3}(与|和|或|、|/)(注销|销户|取消)|离网|離網|销户办理|注销办理',
    ),
  ],
  [
    80,
    any(
      String.raw`\bmanage (my |this |your |the )?(line|lines|service|services|plan|subscription|membership|device|number|sim|esim|wireless|phone)s?\b|\b(line|service|plan|subscription|device|sim|esim) (details|settings|options|management|overview|actions)\b|\b(edit|view|change) (line|service|subscription)\b`,
      String.raw`\b(administrar|gestionar|manejar) (mi |la |esta |tu |su )?(l[ií]nea|servicio|plan|suscripci[oó]n|n[uú]mero)|\b(detalles|ajustes|opciones|configuraci[oó]n) (de|del) (la )?(l[ií]nea|plan|servicio)`,
      '(管理|设置|設置|查看|详情).{0,4}(线路|線路|号码|號碼|套餐|订阅|訂閱|服务|服務|手机号|卡)|(线路|線路|号码|號碼|套餐|订阅|訂閱|服务|服務|卡)(管理|详情|詳情|设置|設置|选项)',
    ),
  ],
  [
    66,
    any(
      String.raw`^(my )?(lines?|services?|plans?|subscriptions?|devices?|wireless|mobile|numbers?|sims?|esims?)\b.{0,18}$|\b(lines?|plans?|services?) (&|and) (devices?|services?|lines?|plans?|settings)\b|\bmy (line|plan|service|subscription|esim|device)s?\b`,
      '^(mis? |las? )?(l[ií]neas?|servicios?|planes|plan|suscripciones|suscripci[oó]n)$|mis l[ií]neas|mi plan|mi l[ií]nea',
      '^(我的)?(线路|線路|号码|號碼|套餐|订阅|訂閱|服务|服務|业务|業務|手机号|手機號|eSIM|卡)$|我的(线路|線路|号码|號碼|套餐|订阅|訂閱|服务|服務|手机)',
    ),
  ],
  [
    50,
    any(
      String.raw`^manage\b.{0,14}$|\b(account|service) (settings|management|overview|options|services)\b|^(my )?account\b.{0,12}$|\bmanage (my |your )?account|^(options|actions|more( options| actions)?|settings|preferences|menu|details|edit|view( details)?)$|^(…|\.\.\.|⋮|⋯|☰|≡)$|\bmore options\b|\bprofile (&|and) settings|\bopen menu\b|\bsettings\b`,
      '^(mi )?cuenta$|^(configuraci[oó]n|ajustes|opciones|m[aá]s( opciones)?|men[uú]|administrar|gestionar|detalles)$|mi perfil',
      '^(我的|账户|賬戶|帳戶|账户管理|帳戶管理|设置|設置|設定|更多|更多操作|更多选项|选项|菜单|選單|管理|操作|业务办理|業務辦理|服务大厅|个人中心|會員中心|详情)$',
    ),
  ],
  [
    28,
    any(
      String.raw`^(home|overview|dashboard|profile|support|help|contact|billing|self[- ]service)\b.{0,14}$|\bhelp (center|&|and)|\bget help\b`,
      '^(inicio|resumen|perfil|ayuda|soporte|facturaci[oó]n)$',
      '^(首页|首頁|概览|個人資料|个人资料|帮助|幫助|支持|客服|账单|帳單|自助服务)$',
    ),
  ],
];

/** A page that asks why. */
export const WHY = any(
  String.raw`\bwhy (are|do|did|would) you\b|\breasons?\b.{0,30}\b(leav|cancel|disconnect|for)|\bwhat['’]?s (the|your) reason|\btell us why|\b(main|primary) reason|\bhelp us (understand|improve)|\bsurvey\b|\bfeedback\b`,
  String.raw`\bpor qu[eé]|\b(motivo|raz[oó]n)\b|encuesta`,
  '原因|为什么|為什麼|理由|问卷|問卷|反馈|反饋|调查',
);
/** Reasons that invite neither an offer nor a debt, the best first. */
export const GOOD_REASONS: readonly RegExp[] = [
  any(
    String.raw`\b(moving|move|relocat\w*|leaving)\b.{0,25}\b(abroad|country|overseas|u\.?s|out|away|international)|\b(abroad|overseas|leaving the (country|u\.?s))\b`,
    String.raw`\b(mud\w*|fuera del pa[ií]s|extranjero|salgo del pa[ií]s)\b`,
    '出国|出國|离开美国|離開美國|回国|回國|搬到国外|海外|离境|離境',
  ),
  any(
    String.raw`\b(no longer|don['’]?t|do not) (need|use|want)\b|\bnot using\b`,
    'ya no (lo |la )?(necesito|uso)',
    '不再需要|不再使用|不需要了|用不到|不用了',
  ),
  any(
    String.raw`\bother\b|\bsomething else\b|\bprefer not\b|\brather not\b`,
    String.raw`\botr[oa]s?\b`,
    '其他|其它|不便透露',
  ),
  any(String.raw`\bmov(e|ing)\b|\brelocat`, 'mudanza', '搬家'),
];
/** Timing of the end. */
export const AT_ONCE = any(
  String.raw`\b(immediate(ly)?|today|right away|now|as soon as possible)\b`,
  String.raw`\b(inmediat|hoy|ahora|de inmediato)`,
  '立即|马上|馬上|今天|今日|即时|即時',
);
export const CYCLE_END = any(
  String.raw`\bend of (my |your |the |this |current )*(billing|bill|cycle|period|month|plan|term)|\b(billing|bill|cycle) (cycle )?end|\blast day of|\bafter (my|the|this) (current )?(billing )?(cycle|period)|\bnext (bill|renewal|billing)`,
  '(final|fin) del? (ciclo|periodo|per[ií]odo|mes)|ciclo de facturaci[oó]n',
  '(账单|帳單|计费|計費|周期|週期|本月|当月|當月).{0,4}(结束|結束|末|底|到期)|月底|到期后|到期日',
);

/** The page speaks of ending a line. */
export const ABOUT_END = any(
  String.raw`\bcancel\w*|\bdisconnect\w*|\bdeactivat\w*|\bterminat\w*|\bleaving( us)?\b|\bleave us\b|\bgoodbye\b|\bend (your|my|this) (service|line|plan)|\bclose (your|my|this) (line|account)`,
  String.raw`\bcancel\w*|de baja|\bbaja\b|desactiv\w*|desconect\w*`,
  '取消|注销|註銷|销户|銷戶|退订|退訂|停用|终止|終止|离网|離網|解约',
);
export const OFFERS = any(
  String.raw`\b(before you go|wait[!,.…]|hold on|special offer|exclusive|just for you|we['’]?d (hate|love|like) to|sorry to see you|sad to see you|don['’]?t go|stay with|loyalty|limited[- ]time|\d+% off|\$\d+ (off|credit)|off your (bill|plan)|free (month|months)|best offer|you['’]?ll lose|you will lose|miss out|how about|instead of cancel)`,
  '(antes de irte|antes de irse|espera|oferta|descuento|qu[eé]date|qu[eé]dese|te vamos a extra[ñn]ar|lamentamos|gratis)',
  '优惠|優惠|专享|專享|折扣|挽留|舍不得|捨不得|不舍|别走|再给我们|留下来|减免|減免|赠送|贈送|将失去|將失去|等等|等一下',
);
/** The same, where something is really held out. */
export const REAL_OFFERS = any(
  String.raw`\b(before you go|wait[!,.…]|hold on|special offer|exclusive|just for you|don['’]?t go|stay with|limited[- ]time|\d+% off|\$\d+(\.\d+)? (off|credit|a month)|off your (bill|plan)|free (month|months)|months? free|best offer|how about|instead of cancel\w*|discount|loyalty)`,
  '(antes de irte|antes de irse|espera|oferta|descuento|qu[eé]date|qu[eé]dese|gratis)',
  '优惠|優惠|专享|專享|折扣|别走|再给我们|留下来|减免|減免|赠送|贈送|等等|等一下',
);
/** Only a call, a chat or a store of apps ends it. */
export const PHONE_WALL = any(
  String.raw`\b(to|if you (want|wish|need) to|in order to) (cancel|disconnect|end|close|terminate|deactivate)\b.{0,80}\b(call|phone|dial|speak|talk)\b`,
  String.raw`\b(please )?(call|phone|dial|speak (with|to)|talk to)\b.{0,90}\b(to|and) (cancel|disconnect|end|close|terminate|deactivate|complete|finish)`,
  String.raw`\b(can(not|['’]t)|unable to|not able to|isn['’]t available|not available|can only).{0,60}\b(online|by phone|over the phone)\b`,
  '(llame|ll[aá]menos|comun[ií]quese|hable).{0,90}(cancelar|baja|completar)|(para|si desea) (cancelar|dar de baja).{0,80}(llame|ll[aá]menos|tel[eé]fono)',
  '(注销|註銷|取消|销户|退订|办理|辦理).{0,30}(请|請|需|须|須)(您)?.{0,8}(致电|致電|拨打|撥打|联系客服|聯繫客服|电话)|(请|請|需|须).{0,8}(致电|致電|拨打|撥打).{0,30}(注销|註銷|取消|销户|办理|完成)|仅限电话|无法在线|不支持在线|不支持線上',
);
export const CHAT_WALL = any(
  String.raw`\b(to|want to|need to) (cancel|disconnect|end|close)\b.{0,80}\bchat\b|\bchat\b.{0,80}\b(to|and) (cancel|disconnect|end|close|complete)`,
  String.raw`(para cancelar|dar de baja).{0,80}\bchat\b|\bchat\b.{0,80}(cancelar|baja)`,
  '(注销|註銷|取消|销户|退订).{0,30}(在线客服|線上客服|聊天|在线咨询)|(在线客服|線上客服|聊天).{0,30}(注销|註銷|取消|办理)',
);
export const CHAT = any(
  String.raw`\bchat\b|\bmessage us\b|\bvirtual assistant\b|\blive agent\b`,
  String.raw`\bchat\b|\bchatear\b`,
  '在线客服|線上客服|聊天|在线咨询|智能客服',
);
export const APP_STORE = any(
  String.raw`\b(app store|google play|itunes|apple (id|subscriptions)|play store)\b.{0,120}\b(manage|cancel|billed|subscri)|\b(manage|cancel|billed|subscri\w*)\b.{0,80}\b(app store|google play|itunes|apple|play store)\b`,
  '(App Store|Google Play|苹果|谷歌).{0,60}(管理|取消|订阅|扣费)',
);
export const FEE = any(
  String.raw`\b(early termination fee|etf|cancell?ation fee|disconnect(ion)? fee|remaining (device )?balance|remaining balance|a fee of|fee (of|applies)|you will be charged|will be charged \$)`,
  '(cargo|tarifa|penalizaci[oó]n) (por|de) (cancelaci[oó]n|terminaci[oó]n)|se le cobrar[aá]',
  '违约金|違約金|手续费|手續費|提前终止费|解约金|将收取|將收取|剩余欠款',
);
export const TYPE_WORD = any(
  String.raw`\btype\b.{0,30}["“'‘]?(?<word>cancel|disconnect|confirm|goodbye|delete|yes)["”'’]?`,
  `escrib[ae].{0,30}["“'‘]?(?<palabra>cancelar|baja|confirmar)["”'’]?`,
  '(输入|輸入).{0,6}["“「‘]?(?<zi>注销|註銷|确认|確認|取消)["”」’]?',
);
export const CODE_ASKED = any(
  String.raw`\b(verification|security|one[- ]time|6[- ]digit|4[- ]digit|passcode|access) ?(code|pin|passcode)|\benter (the |your )?(code|pin|passcode)|\bcode (we|was) sent|\bwe (sent|texted|emailed) (you )?(a |the )?code|\botp\b|\btwo[- ]factor`,
  'c[oó]digo (de )?(verificaci[oó]n|seguridad|acceso)|ingrese (el |su )?(c[oó]digo|pin)',
  '验证码|驗證碼|校验码|动态密码|動態密碼|安全码|一次性密码',
);
export const COOKIES = /\bcookies?\b|cookie/iu;
