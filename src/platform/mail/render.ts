import { labelled } from '../../std/written'
import type { MailText } from './index'

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign)

/** The same letter as text and as plain HTML: no picture, no pixel. */
export function renderMail(
  siteName: string,
  mail: MailText,
): { subject: string; text: string; html: string; headers?: Record<string, string> } {
  const { subject, paragraphs, body, list = [], button, after = [], links = [], unsubscribe } = mail
  const linked = ({ label, url }: { label: string; url: string }) => `${labelled(label, mail.language)}\n${url}`
  const text = [
    ...paragraphs,
    ...(body ? [body.text] : []),
    ...list.map((item) => `• ${item.text}\n  ${item.url}`),
    ...(button ? [linked(button)] : []),
    ...after,
    ...links.map(linked),
    `-- \n${siteName}`,
  ].join('\n\n')
  // What people wrote keeps its lines.
  const p = (line: string, style = '') => `<p style="margin:0 0 16px;white-space:pre-line;${style}">${escaped(line)}</p>`
  const html = [
    `<!doctype html><html lang="${mail.language}"><head><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,sans-serif"><div style="max-width:560px;margin:0 auto">',
    ...paragraphs.map((line) => p(line)),
    body?.html ?? '',
    list.length > 0
      ? `<ul style="margin:0 0 16px;padding-left:20px">${list.map((item) => `<li style="margin:0 0 12px"><a href="${escaped(item.url)}">${escaped(item.text)}</a></li>`).join('')}</ul>`
      : '',
    button
      ? `<p style="margin:24px 0"><a href="${escaped(button.url)}" style="display:inline-block;padding:12px 20px;border-radius:8px;background:#1f5c4d;color:#fff;text-decoration:none;font-weight:600">${escaped(button.label)}</a></p>`
      : '',
    ...after.map((line) => p(line, 'font-size:14px;opacity:.8')),
    ...links.map(
      ({ label, url }) => `<p style="margin:0 0 16px;font-size:14px"><a href="${escaped(url)}">${escaped(label)}</a></p>`,
    ),
    p(siteName, 'font-size:14px;opacity:.8'),
    '</div></body></html>',
  ].join('')
  // RFC 2369 and RFC 8058: the mail program shows a button of its own.
  const headers = unsubscribe && { 'List-Unsubscribe': `<${unsubscribe}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
  return { subject, text, html, ...(headers && { headers }) }
}
