import { addDays, document, gate, lineOf, masked, spanishDay } from '../kit/pages.ts';
import type { Site, Visit } from '../kit/types.ts';

const page = (title: string, body: string): string =>
  document(
    `${title} · Brisa Móvil`,
    `<div role="banner"><a href="/">Brisa</a> <a href="/cuenta">Mi cuenta</a> <a href="/recargar">Recargar</a> <a href="/logout">Cerrar sesión</a></div><div role="main"><h2>${title}</h2>${body}</div>`,
    { lang: 'es', css: 'body{font-family:Verdana;margin:20px}td{padding:8px}' },
  );

/** In Spanish, with a table of lines; the end is asked for under "baja" and comes with the month. */
export const brisa: Site = {
  id: 'brisa',
  name: 'Brisa Móvil',
  language: 'es',
  ending: 'accepted',
  needsCode: false,
  handle,
  mail: (line, reference) => ({
    subject: 'Baja confirmada',
    text: `Su línea terminada en ${line.msisdn.slice(-4)} será dada de baja. Último día de servicio: ${spanishDay(line.endsOn ?? '')}. Número de confirmación: ${reference}`,
  }),
};

function handle(visit: Visit) {
  const out = gate(visit, {
    signIn: () =>
      page(
        'Iniciar sesión',
        '<form method="post" action="/login"><p><label for="u">Correo electrónico</label> <input id="u" name="u"></p><p><label for="p">Contraseña</label> <input id="p" name="p" type="password"></p><input type="submit" value="Ingresar"></form>',
      ),
    code: () => page('Código', ''),
  });
  if (out) return out;
  const line = lineOf(visit, visit.query.get('l'));
  const last = line?.msisdn.slice(-4) ?? '';
  switch (visit.path) {
    case '/cuenta':
      return {
        html: page(
          'Mi cuenta',
          `<table><tr><th>Línea</th><th>Plan</th><th></th></tr>${visit.account.lines.map((one) => `<tr><td>${masked(one)}</td><td>Brisa 10</td><td><a href="/detalle?l=${one.msisdn.slice(-4)}">Administrar</a></td></tr>`).join('')}</table>`,
        ),
      };
    case '/detalle':
      return {
        html: page(
          `Línea ${line ? masked(line) : ''}`,
          `<p><a href="/mejorar">Mejorar mi plan</a></p><p><a href="/pausa">Suspender temporalmente</a></p><p><a href="/autopago">Desactivar pago automático</a></p><p><a href="/baja?l=${last}">Dar de baja la línea</a></p>`,
        ),
      };
    case '/mejorar':
    case '/pausa':
    case '/autopago':
    case '/recargar':
      visit.did(visit.path, true);
      return { html: page('Listo', '<p>Hecho.</p>') };
    case '/baja':
      return {
        html: page(
          'Solicitud de baja',
          `<form method="post" action="/fin?l=${last}"><p>¿Por qué se va? <select name="motivo" required><option value="">Seleccione un motivo</option><option>Precio</option><option>Salgo del país</option><option>Otro</option></select></p><p><label><input type="checkbox" name="ok" required> Entiendo que perderé mi número</label></p><p><a href="/cuenta">Conservar mi línea</a> <input type="submit" value="Confirmar la baja"></p></form>`,
        ),
      };
    case '/fin': {
      if (!line || visit.method !== 'POST') return { redirect: '/cuenta' };
      const reference = visit.end(line, 'ending', addDays(visit.today, 20));
      return {
        html: page(
          'Baja confirmada',
          `<p>Su línea ${masked(line)} será dada de baja. Último día de servicio: ${spanishDay(line.endsOn ?? '')}.</p><p>Número de confirmación: ${reference}</p>`,
        ),
      };
    }
    default:
      return {
        html: page('Hola, Wei', '<p>¡Oferta! 2 GB gratis si recarga hoy.</p><a href="/recargar">Aprovechar oferta</a>'),
      };
  }
}
