// Debian's WordPress (PHP-FPM with opcache, MariaDB, Apache; no page cache) with one article, as processes of their own in a folder of their own.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { freePort } from './server'

const source = '/usr/share/wordpress'
const fpmOf = () => readdirSync('/usr/sbin').find((name) => /^php-fpm\d/.test(name))

export type Article = { title: string; html: string; replies: readonly { name: string; text: string }[] }

const quiet = { stdio: 'ignore' } as const
const user = 'www-data'

const configuration = (socket: string, port: number) => `<?php
define('DB_NAME', 'wordpress'); define('DB_USER', 'wordpress'); define('DB_PASSWORD', 'wordpress');
define('DB_HOST', 'localhost:${socket}'); define('DB_CHARSET', 'utf8mb4');
define('WP_HOME', 'http://127.0.0.1:${port}'); define('WP_SITEURL', WP_HOME);
// Nothing leaves this machine, and nothing is done beside the pages that are measured.
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true);
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';`

/** Installs it and puts the article in; prints its address. */
const installer = (root: string, { title, html, replies }: Article) => `<?php
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require '${root}/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Bench', 'bench', 'bench@example.org', true, '', bin2hex(random_bytes(8)));
switch_theme(array_key_first(wp_get_themes()));
$given = json_decode(base64_decode('${Buffer.from(JSON.stringify({ title, html, replies })).toString('base64')}'), true);
$post = wp_insert_post(['post_title' => $given['title'], 'post_content' => $given['html'], 'post_status' => 'publish', 'comment_status' => 'open']);
foreach ($given['replies'] as $n => $one) wp_insert_comment(['comment_post_ID' => $post, 'comment_author' => $one['name'], 'comment_author_email' => "reader$n@example.org", 'comment_content' => $one['text'], 'comment_approved' => 1]);
// A picture of each reader would be asked of another site, by whoever reads: not part of what is measured.
update_option('show_avatars', 0);
echo get_permalink($post);`

const fpmConfiguration = (folder: string) => `[global]
error_log = ${folder}/fpm.log
daemonize = no
[www]
user = ${user}
group = ${user}
listen = ${folder}/fpm.sock
listen.owner = ${user}
pm = static
pm.max_children = 4
php_admin_value[opcache.enable] = 1
`

const apacheConfiguration = (folder: string, root: string, port: number) => `ServerRoot ${folder}
PidFile ${folder}/apache.pid
ErrorLog ${folder}/apache.log
ServerName 127.0.0.1
Listen 127.0.0.1:${port}
User ${user}
Group ${user}
${['mpm_event', 'authz_core', 'dir', 'mime', 'proxy', 'proxy_fcgi'].map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
TypesConfig /etc/mime.types
DocumentRoot ${root}
DirectoryIndex index.php
<Directory ${root}>
  Require all granted
</Directory>
<FilesMatch "\\.php$">
  SetHandler "proxy:unix:${folder}/fpm.sock|fcgi://localhost"
</FilesMatch>
`

const ended = (child: ChildProcess, signal: NodeJS.Signals) =>
  new Promise<void>((done) => {
    if (child.exitCode !== null) return done()
    child.once('exit', () => done())
    child.kill(signal)
  })

/** Why it cannot be measured here; undefined where all of it is installed. It is started by root alone, as the web server of Debian is. */
export function lacksWordpress(): string | undefined {
  const needs = [`${source}/wp-load.php`, '/usr/sbin/mariadbd', '/usr/sbin/apache2']
  const lacks = needs.filter((path) => !existsSync(path))
  if (lacks.length > 0 || !fpmOf()) return `${lacks.join(', ') || 'php-fpm'} is not there`
  if (readdirSync(`${source}/wp-content/themes`).length === 0) return 'it has no theme'
  return process.getuid?.() === 0 ? undefined : 'only root can start it'
}

/** Starts it with this article, and answers where that is read. */
export async function startWordpress(article: Article): Promise<{ url: string; version: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'huisrecht-wordpress-'))
  const root = join(folder, 'site')
  const data = join(folder, 'data')
  const socket = join(folder, 'db.sock')
  const port = await freePort()
  chmodSync(folder, 0o755)
  cpSync(source, root, { recursive: true, dereference: true })
  rmSync(join(root, 'wp-config.php'))
  writeFileSync(join(root, 'wp-config.php'), configuration(socket, port))
  mkdirSync(data)
  execFileSync(
    'mariadb-install-db',
    ['--no-defaults', `--datadir=${data}`, '--user=root', '--auth-root-authentication-method=normal'],
    quiet,
  )
  const options = ['--no-defaults', `--datadir=${data}`, `--socket=${socket}`, '--skip-networking', '--user=root']
  const children: ChildProcess[] = [spawn('mariadbd', options, quiet)]
  const stop = async () => {
    for (const child of children.toReversed()) await ended(child, 'SIGTERM')
    rmSync(folder, { recursive: true, force: true })
  }
  const php = (code: string) => execFileSync('php', { input: code, encoding: 'utf8' })
  try {
    while (!existsSync(socket)) await pause(50)
    chmodSync(socket, 0o777)
    execFileSync('mariadb', [`--socket=${socket}`, '--user=root'], {
      input:
        "create database wordpress; create user wordpress@localhost identified by 'wordpress'; grant all on wordpress.* to wordpress@localhost;",
    })
    const url = php(installer(root, article)).trim()
    const version = php(`<?php require '${root}/wp-includes/version.php'; echo $wp_version;`)
    writeFileSync(join(folder, 'fpm.conf'), fpmConfiguration(folder))
    writeFileSync(join(folder, 'apache.conf'), apacheConfiguration(folder, root, port))
    children.push(spawn(`/usr/sbin/${fpmOf()}`, ['--nodaemonize', '--fpm-config', join(folder, 'fpm.conf')], quiet))
    children.push(spawn('/usr/sbin/apache2', ['-f', join(folder, 'apache.conf'), '-D', 'FOREGROUND'], quiet))
    const until = Date.now() + 20_000
    const reads = (answer: Response) => answer.ok
    while (!(await fetch(url).then(reads, () => false))) {
      if (Date.now() > until) throw new Error('WordPress does not answer')
      await pause(100)
    }
    return { url, version, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
