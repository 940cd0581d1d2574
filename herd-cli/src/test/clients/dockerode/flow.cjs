// What a program does that uses dockerode, with the whole herd as its daemon: flow.cjs NODE NODE NODE. Prints a line for
// each step; ends with 0 if all is as with one daemon.
'use strict';

const assert = require('node:assert/strict');
const { once } = require('node:events');
const { PassThrough } = require('node:stream');
const { text } = require('node:stream/consumers');
const Docker = require('dockerode');
const tar = require('tar-stream');

const docker = new Docker(); // as DOCKER_HOST says
const nodes = process.argv.slice(2);
const name = (node) => `rode-${node}`;
const mine = { filters: { label: ['rode'] } };

function create(options) {
  return docker.createContainer({
    Image: 'busybox',
    Cmd: ['sleep', '100'],
    ...options,
    Labels: { rode: '', ...options.Labels },
  });
}

/** Both outputs, until the stream ends. */
async function outputs(stream) {
  const [out, err] = [new PassThrough(), new PassThrough()];
  docker.modem.demuxStream(stream, out, err);
  const ended = once(stream, 'end').then(() => [out, err].forEach((it) => it.end()));
  const [outText, errText] = await Promise.all([text(out), text(err), ended]);
  return { out: outText, err: errText };
}

async function refused(status, words, promise) {
  await assert.rejects(promise, (e) => {
    assert.equal(e.statusCode, status, e);
    assert.match(e.message, words);
    return true;
  });
}

const steps = {
  async 'info names the nodes'() {
    assert.equal(String(await docker.ping()), 'OK');
    assert.ok((await docker.version()).ApiVersion);
    const { SystemStatus } = await docker.info();
    assert.deepEqual(SystemStatus.map(([node]) => node).sort(), nodes);
  },

  async 'containers are created on all nodes'() {
    await create({ name: `${nodes[0]}/${name(nodes[0])}` });
    for (const node of nodes.slice(1)) {
      await create({ name: name(node), Labels: { 'herd.node': node } });
    }
    for (const node of nodes) {
      await docker.getContainer(name(node)).start();
    }
  },

  async 'a list has those of all nodes'() {
    const list = await docker.listContainers(mine);
    assert.deepEqual(list.map((it) => it.Labels['herd.node']).sort(), nodes);
    for (const it of list) {
      const node = it.Labels['herd.node'];
      assert.deepEqual(it.Names, [`/${name(node)}`, `/${node}/${name(node)}`]);
      assert.equal(it.State, 'running');
    }
    const one = await docker.listContainers({ filters: { label: [`herd.node=${nodes[2]}`] } });
    assert.deepEqual(one.map((it) => it.Names[0]), [`/${name(nodes[2])}`]);
  },

  async 'each is inspected'() {
    for (const node of nodes) {
      const seen = await docker.getContainer(name(node)).inspect();
      assert.equal(seen.Config.Labels['herd.node'], node);
      assert.equal(seen.State.Running, true);
      for (const id of [seen.Id, seen.Id.slice(0, 12), `${node}/${name(node)}`]) {
        assert.equal((await docker.getContainer(id).inspect()).Id, seen.Id);
      }
    }
    const stats = await docker.getContainer(name(nodes[2])).stats({ stream: false });
    assert.equal(stats.name, `/${name(nodes[2])}`);
  },

  async 'a command runs in each'() {
    for (const node of nodes) {
      const exec = await docker.getContainer(name(node)).exec({
        Cmd: ['sh', '-c', 'echo out; echo err >&2; exit 3'],
        AttachStdout: true,
        AttachStderr: true,
      });
      assert.deepEqual(await outputs(await exec.start({})), { out: 'out\n', err: 'err\n' });
      assert.equal((await exec.inspect()).ExitCode, 3);
    }
  },

  async 'a command reads what it is sent'() {
    const exec = await docker.getContainer(name(nodes[1])).exec({
      Cmd: ['sh', '-c', 'wc -c; echo done >&2'],
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
    });
    const stream = await exec.start({ hijack: true, stdin: true });
    stream.end(Buffer.alloc(3_000_000));
    assert.deepEqual(await outputs(stream), { out: '3000000\n', err: 'done\n' });
    assert.equal((await exec.inspect()).ExitCode, 0);
  },

  async 'a terminal has its size'() {
    const exec = await docker.getContainer(name(nodes[2])).exec({
      Cmd: ['sh', '-c', 'read line; stty size'],
      AttachStdin: true,
      AttachStdout: true,
      Tty: true,
    });
    const stream = await exec.start({ hijack: true, stdin: true, Tty: true });
    await exec.resize({ h: 33, w: 99 });
    stream.write('\n');
    assert.equal(await text(stream), '\r\n33 99\r\n');
  },

  async 'a container is attached to and waited for'() {
    const container = await create({
      name: 'rode-cat',
      Cmd: ['sh', '-c', 'cat; echo bye >&2; exit 4'],
      OpenStdin: true,
      StdinOnce: true,
      Labels: { 'herd.node': nodes[1] },
    });
    const asked = { stream: true, stdin: true, stdout: true, stderr: true };
    const stream = await container.attach({ ...asked, hijack: true });
    const said = outputs(stream);
    const ended = container.wait({ condition: 'next-exit' });
    await container.start();
    stream.end('hello\n');
    assert.deepEqual(await said, { out: 'hello\n', err: 'bye\n' });
    assert.equal((await ended).StatusCode, 4);
  },

  async 'its log is kept'() {
    const container = docker.getContainer('rode-cat');
    const both = { stdout: true, stderr: true };
    const expected = { out: 'hello\n', err: 'bye\n' };
    assert.deepEqual(await outputs(await container.logs({ ...both, follow: true })), expected);
    const buffered = new PassThrough();
    buffered.end(await container.logs(both));
    assert.deepEqual(await outputs(buffered), expected);
    await container.remove();
  },

  async 'run does it all in one'() {
    const [out, err] = [new PassThrough(), new PassThrough()];
    // not with AutoRemove: run asks for the end only after the start, and may find the container gone on a daemon, too
    const [[{ StatusCode }, container], outText, errText] = await Promise.all([
      docker.run('busybox', ['sh', '-c', 'echo out; echo err >&2; exit 5'], [out, err], {
        Tty: false,
        Labels: { rode: '', 'herd.node': nodes[2] },
      }),
      text(out),
      text(err),
    ]);
    assert.deepEqual([StatusCode, outText, errText], [5, 'out\n', 'err\n']);
    await container.remove();
  },

  async 'files are put in and got out'() {
    for (const node of nodes) {
      const container = docker.getContainer(name(node));
      const content = node.repeat(100_000);
      const pack = tar.pack();
      pack.entry({ name: 'f' }, content);
      pack.finalize();
      await container.putArchive(pack, { path: '/tmp' });
      const { headers } = (await container.infoArchive({ path: '/tmp/f' })).resume();
      const stat = Buffer.from(headers['x-docker-container-path-stat'], 'base64');
      assert.equal(JSON.parse(stat).size, content.length);
      const extract = tar.extract();
      let got;
      extract.on('entry', (header, entry, next) => {
        text(entry).then((it) => {
          got = [header.name, it];
          next();
        }, next);
      });
      (await container.getArchive({ path: '/tmp/f' })).pipe(extract);
      await once(extract, 'finish');
      assert.deepEqual(got, ['f', content]);
    }
  },

  async 'events come from all nodes'() {
    const stream = await docker.getEvents({
      filters: { type: ['container'], event: ['rename'], label: ['rode'] },
      since: Math.floor(Date.now() / 1000), // a daemon answers before it listens
    });
    const awaited = new Set(nodes.map((node) => `${node} ${name(node)}-new`));
    for (const node of nodes) {
      await docker.getContainer(name(node)).rename({ name: `${name(node)}-new` });
      await docker.getContainer(`${name(node)}-new`).rename({ name: name(node) });
    }
    let came = '';
    for await (const part of stream) {
      came += part;
      for (const line of came.split('\n').slice(0, -1)) {
        const { Attributes } = JSON.parse(line).Actor;
        awaited.delete(`${Attributes['herd.node']} ${Attributes.name}`);
      }
      if (awaited.size === 0) break;
    }
  },

  async 'a network is where it is wanted'() {
    const network = await docker.createNetwork({
      Name: 'rode-net',
      Labels: { 'herd.node': nodes[1] },
    });
    const container = await create({ name: 'rode-member', HostConfig: { NetworkMode: 'rode-net' } });
    await container.start();
    const seen = await network.inspect();
    assert.equal(seen.Labels['herd.node'], nodes[1]);
    assert.deepEqual(Object.keys(seen.Containers), [container.id]);
    await network.disconnect({ Container: container.id });
    await network.connect({ Container: container.id });
    const listed = await docker.listNetworks({ filters: { name: ['rode-net'] } });
    assert.deepEqual(listed.map((it) => it.Id), [seen.Id]);
    await container.remove({ force: true });
    await network.remove();
    await refused(404, /rode-net/, docker.getNetwork('rode-net').inspect());
  },

  async 'a volume is where it is wanted'() {
    await docker.createVolume({ Name: 'rode-data', Labels: { 'herd.node': nodes[2] } });
    const volume = docker.getVolume('rode-data');
    assert.equal((await volume.inspect()).Labels['herd.node'], nodes[2]);
    const listed = await docker.listVolumes({ filters: { name: ['rode-data'] } });
    assert.deepEqual(listed.Volumes.map((it) => it.Name), ['rode-data']);
    await volume.remove();
    await refused(404, /rode-data/, volume.inspect());
  },

  async 'what is wrong is refused as by a daemon'() {
    await refused(404, /[Nn]o such container: nix/, docker.getContainer('nix').inspect());
    await refused(404, /[Nn]o such container: nix/, docker.getContainer('nix').start());
    await refused(404, /[Nn]o such image: nix/, create({ Image: 'nix' }));
    await refused(400, /Invalid container name/, create({ name: 'a bad name' }));
    await refused(409, /already in use/, create({ name: name(nodes[2]) }));
    await refused(400, /no such node: nix/, create({ Labels: { 'herd.node': 'nix' } }));
  },

  async 'all is removed'() {
    await removeAll();
    assert.deepEqual(await docker.listContainers({ ...mine, all: true }), []);
  },
};

async function removeAll() {
  for (const { Id } of await docker.listContainers({ ...mine, all: true })) {
    await docker.getContainer(Id).remove({ force: true, v: true });
  }
}

async function main() {
  for (const [step, run] of Object.entries(steps)) {
    await run().catch((e) => {
      e.message = `${step}: ${e.message}`;
      throw e;
    });
    console.log(step);
  }
}

// A promise that nobody keeps would let node end in silence, and with 0.
process.exitCode = 1;
main().then(() => {
  process.exitCode = 0;
});
setTimeout(() => {
  console.error('not done in 50 s');
  process.exit(1);
}, 50_000).unref();
