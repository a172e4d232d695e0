/** What carriers write, in English, Spanish and Chinese. Each pattern is read without regard to case. */

const any = (...parts: readonly string[]): RegExp => new RegExp(parts.join('|'), 'iu');

/** Something is about ending a line at all. */
export const ABOUT_ENDING = any(
  String.raw`cancel|disconnect|deactivat|terminat|discontinu|clos(e|ed|ing|ure)\b|\bend(s|ed|ing)?\b|last day`,
  String.raw`cancelaci[oó]n|cancelad|dar(lo|la)? de baja|dad[ao] de baja|desactiv|desconect|terminaci|finaliz`,
  '注销|註銷|销户|銷戶|销号|銷號|取消|停用|终止|終止|退订|退訂|停止|关闭|關閉|退网|退網',
);

/** The end is settled: done, or set for a day. */
export const ACCEPTED = any(
  String.raw`\b(has|have|had) (now )?been (successfully )?(cancell?ed|disconnected|deactivated|terminated|closed|ended|discontinued)`,
  String.raw`\b(is|are|was|were) (now )?(successfully )?(cancell?ed|disconnected|deactivated|terminated|closed)\b`,
  String.raw`\b(is|are|has been|have been|was) (now )?(scheduled|set|confirmed) (to|for) (be )?(cancel|disconnect|deactivat|terminat|clos|end)`,
  String.raw`\bwill (be )?(automatically )?(cancell?ed|disconnected|deactivated|terminated|closed|end\b|terminate\b|stop\b|cease)`,
  String.raw`\b(service|line|plan|subscription|access|coverage|account)\b.{0,40}\b(ends|ended|expires|terminates|stops) (on|at|today|effective)`,
  String.raw`cancell?ation (request )?(is|has been|was) (now )?(confirmed|complete|completed|processed|scheduled|effective|successful|accepted)`,
  String.raw`cancell?ation (confirmed|confirmation|complete|completed|successful|scheduled)\b`,
  String.raw`\b(we|we've|we have)( have)?( now)? (cancell?ed|disconnected|deactivated|closed|terminated)`,
  String.raw`\byou(’|')?(ve| have) (successfully )?(cancell?ed|disconnected)`,
  String.raw`\b(your )?(last|final) day (of (service|your plan|your line))?\s*(is|will be|:|\n)`,
  String.raw`(service|line|plan|subscription)( has)? ended\b`,
  String.raw`\b(effective|end) date( of (cancell?ation|service|termination))?\s*(:|is|\n)`,
  String.raw`(ha sido|han sido|fue|est[aá]|qued[oó]|quedar[aá]|ser[aá]|se ha) (exitosamente )?(cancelad|desactivad|dad[ao] de baja|desconectad|terminad|finalizad|cerrad)`,
  String.raw`cancelaci[oó]n (ha sido |est[aá] |fue )?(confirmada|completada|exitosa|programada|procesada)`,
  String.raw`(hemos|ha) (cancelado|dado de baja|desactivado|desconectado)|(servicio|l[ií]nea|plan).{0,40}(terminar[aá]|finalizar[aá]|termina el|finaliza el)`,
  String.raw`(fecha (efectiva|de (cancelaci[oó]n|baja|t[eé]rmino|finalizaci[oó]n))|[uú]ltimo d[ií]a( de servicio)?)\s*(:|es|ser[aá]|\n)`,
  '(已|已经|已經)(成功)?(为您|為您)?(办理|辦理)?(完成)?(注销|註銷|取消|停用|终止|終止|退订|退訂|销户|銷戶|销号|关闭|關閉)',
  '(注销|註銷|取消|销户|停用|退订|终止)(申请|手续)?(已)?(办理)?(成功|完成|生效|确认|確認)',
  '(将于|將於|将在|將在|定于).{0,24}(注销|註銷|终止|終止|停止|失效|关闭|關閉|停用|结束|結束|到期)',
  '(服务|服務|号码|號碼|线路|線路|套餐)?(终止|終止|截止|结束|結束|生效|注销|最后服务|最後服務)(日期|日)\\s*[:：为是\\n]',
);

/** Words that take back what stands beside them: it has not happened, or only might. */
export const NOT_YET = any(
  String.raw`\bnot (yet )?(been )?(cancell?ed|complete|completed|final|confirmed|disconnected|ended|closed|processed)`,
  String.raw`\b(could|can|will|was|were|is|are|have|has|do|did) ?(not|n['’]t)\b|\b(cannot|unable|failed|unsuccessful|declined|rejected)\b`,
  String.raw`\b(if|once|unless|until|when|after|before|as soon as) (you|we|it|your|the)\b|\bin order to\b|\b(would|may|might|could)\b`,
  String.raw`\b(do you want|are you sure|would you like|please confirm|want to)\b|\?`,
  String.raw`\bno (ha sido|se ha|fue|est[aá]|pudo|podemos)|\b(si|hasta que|cuando|una vez que|antes de que) (usted|llame|confirme|nos)|a[uú]n no|todav[ií]a no`,
  '尚未|还未|還未|未能|无法|無法|不能|没有|沒有|失败|失敗|如果|若|一旦|才会|才會|才能|是否|确定要|確定要|？',
);

/** Another step is wanted from the customer, without which nothing ends. */
export const MORE_WANTED = any(
  String.raw`pre-?regist`,
  String.raw`\b(please )?(call|contact|phone|chat|dial|visit|reply|speak)\b.{0,90}\b(to|and) (complete|finish|finali[sz]e|confirm)`,
  String.raw`\bto (complete|finish|finali[sz]e|confirm) (your |the |this )?(cancell?ation|disconnection|request|process)\b.{0,60}\b(call|contact|phone|dial|chat|visit|reply|click)`,
  String.raw`\b(you )?(must|need to|have to) (call|confirm|contact|speak|verify|visit|chat)`,
  String.raw`\b(not|isn['’]t) (yet )?(complete|final|cancell?ed|finished)\b.{0,80}(call|contact|confirm|until)`,
  String.raw`\b(call|contact) us (within|by|before|in the next)`,
  String.raw`pre-?registr|(llame|ll[aá]menos|comun[ií]quese|cont[aá]ctenos).{0,80}(para (completar|confirmar|finalizar|terminar)|dentro de|antes del)|debe (llamar|confirmar)`,
  '预登记|預登記|预受理|預受理|预约注销|預約註銷|(请|請|需|须|須|务必)(您)?(在|于|於)?.{0,30}(致电|致電|拨打|撥打|来电|來電|联系客服|聯繫客服|联系我们).{0,30}(完成|确认|確認|办理|辦理)?|还需(要)?(您)?.{0,20}(确认|确认|致电|完成|电话)',
);

/** It has arrived; nothing more is said. */
export const RECEIVED = any(
  String.raw`\b(we|we've|we have)( have)? (received|got|logged|recorded) (your|the|a)`,
  String.raw`\b(request|form|ticket|message)\b.{0,60}\b(has been|was|is|been) (received|submitted|sent|logged|created|registered|recorded|opened)`,
  String.raw`\b(request|form) (received|submitted|sent)\b`,
  String.raw`\b(being|under) (reviewed|processed|review)|\bwill (get back|contact you|be in touch|review|respond|reach out)|\bpending\b`,
  String.raw`\bticket (number|no|#|id)`,
  String.raw`(hemos recibido|recibimos|se ha recibido|solicitud (fue |ha sido )?(recibida|enviada|registrada))|en revisi[oó]n|nos (pondremos en contacto|comunicaremos)`,
  '(已|已经|已經)(收到|提交|受理|登记|登記|接收)|受理中|审核中|審核中|处理中|處理中|(将|將|会|會)在.{0,16}(内|內).{0,12}(联系|聯繫|回复|回覆|处理|處理|答复)|工单|工單',
);

export const PORTED = any(
  String.raw`\bport(ed|ing)?[- ]?out\b|\b(number|line)\b.{0,50}\b(ported|transferred|moved) (out|to (another|a new|your new|the new))`,
  String.raw`portabilidad (completada|realizada)|n[uú]mero (ha sido|fue) (transferido|portado)`,
  '携号转网|攜號轉網|号码已(成功)?转出|號碼已轉出|携出',
);
export const BILL = any(
  String.raw`\b(final|last) (bill|statement|invoice|balance)\b`,
  String.raw`[uú]ltima factura|factura final`,
  '最后一张账单|最後一張帳單|最终账单|最終帳單|末期账单',
);
export const OFFER = any(
  String.raw`\b(stay with us|special offer|before you go|we('d| would) (hate|love|like) to|come back|% off|discount|save \$|exclusive (deal|offer)|reconsider)`,
  String.raw`oferta especial|antes de irse|descuento|qu[eé]dese`,
  '挽留|优惠|優惠|专享|專享|折扣|留下来|再考虑|舍不得',
);

/** What is ended is something else than the line. */
export const OTHER_THING = any(
  String.raw`\b(order|appointment|auto ?-?pay|autopay|auto-?renew(al)?|automatic payments?|add-?on|insurance|protection|roaming|hotspot|feature|trade-?in|shipment|return|paper(less)? bill|newsletter|perk|streaming)\b`,
  String.raw`\b(pedido|cita|autopago|pago autom[aá]tico|seguro|complemento)\b`,
  '订单|訂單|预约单|预约|預約|自动扣款|自動扣款|自动付款|自动续费|自動續費|保险|保險|增值|附加|漫游包',
);
export const THE_LINE = any(
  String.raw`\b(line|wireless|service|number|plan|subscription|sim|esim|membership|mobile|phone)\b`,
  String.raw`\b(l[ií]nea|servicio|n[uú]mero|plan|suscripci[oó]n|cuenta)\b`,
  '线路|線路|服务|服務|号码|號碼|套餐|卡|手机号|门号|門號|账户|帳戶',
);
