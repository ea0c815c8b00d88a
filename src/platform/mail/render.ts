import type { MailText } from './index'

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

/** The same letter as text and as plain HTML: no picture, no pixel, one link. */
export function renderMail(siteName: string, mail: MailText): { subject: string; text: string; html: string } {
  const { subject, paragraphs, button, after = [] } = mail
  const text = [...paragraphs, ...(button ? [`${button.label}:\n${button.url}`] : []), ...after, `-- \n${siteName}`].join('\n\n')
  const p = (line: string, style = '') => `<p style="margin:0 0 16px;${style}">${escaped(line)}</p>`
  const html = [
    `<!doctype html><html lang="${mail.language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto">',
    ...paragraphs.map((line) => p(line)),
    button
      ? `<p style="margin:24px 0"><a href="${escaped(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5c4d;color:#fff;text-decoration:none;font-weight:600">${escaped(button.label)}</a></p>`
      : '',
    ...after.map((line) => p(line, 'font-size:14px;opacity:.8')),
    p(siteName, 'font-size:14px;opacity:.8'),
    '</div></body></html>',
  ].join('')
  return { subject, text, html }
}
