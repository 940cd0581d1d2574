"""What a program does that uses docker-py, with the whole herd as its daemon. Ends with 0 if all is as with one daemon."""

import io
import sys
import tarfile

import docker

client = docker.from_env(timeout=30)
nodes = sys.argv[1:]


def archive(name, content):
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        entry = tarfile.TarInfo(name)
        entry.size = len(content)
        tar.addfile(entry, io.BytesIO(content))
    return buffer.getvalue()


assert client.ping()
assert client.version()["ApiVersion"]
assert client.containers.run("busybox", "echo hello", remove=True) == b"hello\n"

by_node = {}
for node in nodes:
    made = client.containers.run("busybox", "sleep 100", detach=True, name="py-" + node, labels={"herd.node": node})
    by_node[node] = made
assert {it.name for it in client.containers.list()} == {"py-" + node for node in nodes}
for node, container in by_node.items():
    container.reload()
    assert container.labels["herd.node"] == node, container.labels
    assert container.status == "running"
    code, output = container.exec_run(["sh", "-c", "echo out; exit 3"])
    assert (code, output) == (3, b"out\n")
    assert container.put_archive("/tmp", archive("f", node.encode()))
    stream, stat = container.get_archive("/tmp/f")
    with tarfile.open(fileobj=io.BytesIO(b"".join(stream))) as tar:
        assert tar.extractfile("f").read() == node.encode()
    assert stat["size"] == len(node)
    assert container.stats(stream=False)["id"] == container.id
    assert "sleep 100" in str(container.top())

web = client.containers.run(
    "busybox", ["sh", "-c", "for i in 1 2 3; do echo line-$i; done"], detach=True, name="web", labels={"herd.node": nodes[-1]})
assert web.wait()["StatusCode"] == 0
assert list(web.logs(stream=True)) == [b"line-1\n", b"line-2\n", b"line-3\n"]
web.rename("done")
assert client.containers.get("done").id == web.id
try:
    client.containers.create("busybox", name="done")
    raise AssertionError("a name was given twice")
except docker.errors.APIError as e:
    assert e.status_code == 409, e

network = client.networks.create("net", labels={"herd.node": nodes[1]})
member = client.containers.run("busybox", "sleep 100", detach=True, name="member", network="net")
member.reload()
assert member.labels["herd.node"] == nodes[1]
network.disconnect(member)
network.connect(member, aliases=["other"])
network.reload()
assert [it.id for it in network.containers] == [member.id]

volume = client.volumes.create("data", labels={"herd.node": nodes[2]})
written = {"volumes": {"data": {"bind": "/x", "mode": "rw"}}, "remove": True}
client.containers.run("busybox", ["sh", "-c", "echo kept >/x/f"], **written)
assert client.containers.run("busybox", "cat /x/f", **written) == b"kept\n"

seen = [it["Action"] for it in client.events(since=0, until=1, decode=True)]
assert seen == []
assert client.df()["Containers"]
try:
    client.containers.get("nix")
    raise AssertionError("there is none")
except docker.errors.NotFound:
    pass

member.remove(force=True)
network.remove()
volume.remove()
for container in by_node.values():
    container.remove(force=True)
assert client.containers.prune()["ContainersDeleted"] == [web.id]
assert client.containers.list(all=True) == []
print("all is as with one daemon")
