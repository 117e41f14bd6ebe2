/** Where a server runs, what it serves, and a folder for its own files. */
export interface Place {
  readonly port: number;
  /** The document root. */
  readonly root: string;
  /** For the configuration, logs and temporary files. */
  readonly folder: string;
}

/** A web server that the README has a recipe for. */
export interface Server {
  /** The language of the recipe's code block in the README. */
  readonly name: 'nginx' | 'caddy' | 'apache';
  /** The command, and the Debian package that it comes with. */
  readonly command: string;
  readonly package: string;
  /** Starts the server in the foreground. */
  readonly args: (configuration: string, place: Place) => readonly string[];
  /** Where the recipe says what to listen to, and what it says in the tests. Apache has it elsewhere. */
  readonly address?: { readonly recipe: string; readonly test: (port: number) => string };
  /** The server's main configuration, as a distribution has it, around the recipe. */
  readonly configuration: (recipe: string, place: Place) => string;
}

const nginx: Server = {
  name: 'nginx',
  command: 'nginx',
  package: 'nginx',
  args: (configuration, { folder }) => ['-p', folder, '-c', configuration],
  address: { recipe: 'listen 80', test: (port) => `listen 127.0.0.1:${port}` },
  configuration: (recipe, { folder }) => `
    daemon off;
    pid ${folder}/nginx.pid;
    error_log stderr;
    events {}
    http {
      include /etc/nginx/mime.types;
      default_type application/octet-stream;
      access_log off;
      # The default folders are for root.
      client_body_temp_path ${folder}/body;
      proxy_temp_path ${folder}/proxy;
      fastcgi_temp_path ${folder}/fastcgi;
      uwsgi_temp_path ${folder}/uwsgi;
      scgi_temp_path ${folder}/scgi;
      ${recipe}
    }`,
};

const caddy: Server = {
  name: 'caddy',
  command: 'caddy',
  package: 'caddy',
  args: (configuration) => ['run', '--config', configuration, '--adapter', 'caddyfile'],
  address: { recipe: 'example.org', test: (port) => `http://127.0.0.1:${port}` },
  configuration: (recipe) => `{\n  admin off\n}\n${recipe}`,
};

/** Those that Debian enables, as far as they matter here, and the one that the README asks for. */
const apacheModules = ['mpm_event', 'authz_core', 'mime', 'dir', 'autoindex', 'filter', 'deflate'];
const apacheExtraModules = ['headers'];

const apache: Server = {
  name: 'apache',
  command: 'apache2',
  package: 'apache2',
  args: (configuration) => ['-D', 'FOREGROUND', '-f', configuration],
  configuration: (recipe, { port, root, folder }) => `
    ${[...apacheModules, ...apacheExtraModules]
      .map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`)
      .join('\n')}
    Listen 127.0.0.1:${port}
    ServerName 127.0.0.1
    DefaultRuntimeDir ${folder}
    PidFile ${folder}/apache.pid
    ErrorLog ${folder}/apache.log
    User www-data
    Group www-data
    TypesConfig /etc/mime.types
    <Directory />
      Require all denied
    </Directory>
    <Directory ${root}>
      Options Indexes FollowSymLinks
    </Directory>
    ${recipe}`,
};

export const servers: readonly Server[] = [nginx, caddy, apache];
