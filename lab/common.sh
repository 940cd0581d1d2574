# shellcheck shell=bash
# Sourced by the lab's scripts: N Docker hosts on one machine.
#
#   root namespace                    namespace "switch"              namespaces a, b, c …
#   herd-X 10.213.X.254  ── veth ──   bridge br   ── veth a, b, c ──  eth0 10.213.X.1, .2, .3 …: a dockerd and an agent each
#
# - Where this machine has IPv6, each has an address of that, too: fd00:213:X::1, ::2, ::3 … and ::fe, X written as above.
# - The bridge has a namespace of its own, so that a Docker or firewall of this machine, which may drop what is forwarded,
#   has no say in it.
# - All dockerds of a lab share one mount namespace. Every overlay, shm and netns mount dies with it, whatever was killed
#   how, and a containerd of this machine (which dockerd would use instead of its own) stays out of sight.
# - There are no pid files: a process is ours if the kernel says that it runs in one of our namespaces. Nothing goes stale.
# - No default route: name look-ups fail at once, where they would hang.

umask 077
# A docker context or host of the user's must not lead anywhere else.
unset DOCKER_HOST DOCKER_CONTEXT DOCKER_TLS DOCKER_TLS_VERIFY

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
LAB=${HERD_LAB:-lab}
RUN=/run/herd-lab/$LAB      # sockets (their paths must stay short), logs, key
DATA=/var/tmp/herd-lab/$LAB # the daemons' data roots: too much for a tmpfs
NS=$RUN/ns                  # pinned namespaces: NAME.net, NAME.uts, lab.mnt
HERD=${HERD_BIN:-$ROOT/herd-cli/target/herd/bin/herd}

say() { echo "$LAB: $*"; }

die() {
    echo "lab: $*" >&2
    exit 1
}

[[ $LAB =~ ^[a-z0-9][a-z0-9-]{0,15}$ ]] || die "HERD_LAB is '$LAB': use up to 16 of a-z, 0-9 and -"

help() { # prints the script's leading comment
    sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"
    exit 0
}

usage() {
    echo "lab: wrong usage: see $0 -h" >&2
    exit 2
}

need_root() {
    ((EUID == 0)) || die "namespaces need root: run it with sudo"
}

need_herd() {
    [[ -x $HERD ]] || die "there is no $HERD: build it with ./mvnw -DskipTests package"
}

need_lab() {
    [[ -s $RUN/subnet ]] || die "'$LAB' is not up: run lab/up"
}

need_host() { # HOST
    need_lab
    [[ $1 =~ ^[a-z]$ && -d $RUN/$1 ]] || die "no host '$1' in '$LAB': it has $(hosts | paste -sd' ')"
}

# One lab/up or lab/down at a time, for all labs: they pick subnets. The kernel drops the lock when its holder dies.
lock() {
    exec 9>/run/herd-lab.lock
    flock -w 120 9 || die "another lab/up or lab/down has been at work for two minutes: see 'fuser -v /run/herd-lab.lock'"
}

within() { # SECONDS COMMAND…: repeats the command until it succeeds
    local end=$((SECONDS + $1))
    shift
    until "$@"; do
        ((SECONDS <= end)) || return 1
        sleep 0.05
    done
}

hosts() {
    local dir
    for dir in "$RUN"/[a-z]; do
        [[ ! -d $dir ]] || echo "${dir##*/}"
    done
}

host_name() { # NUMBER: 1 is a
    local letters=abcdefghijklmnopqrstuvwxyz
    echo "${letters:$1-1:1}"
}

address() { # HOST
    printf '10.213.%d.%d\n' "$(<"$RUN/subnet")" "$(($(printf '%d' "'$1") - 96))"
}

address6() { # HOST
    printf 'fd00:213:%d::%x\n' "$(<"$RUN/subnet")" "$(($(printf '%d' "'$1") - 96))"
}

has_ipv6() { [[ -n $(cat /proc/net/if_inet6 2>/dev/null) ]]; }

addresses() {
    local host
    for host in $(hosts); do address "$host"; done | paste -sd,
}

# --- namespaces -------------------------------------------------------------------------------------------------------

# (In all ip commands "dev" and "name" are a must: "ip link add br" means a broadcast address.)
pinned() { [[ -e $1 && $(stat -f -c %T "$1") == nsfs ]]; }

pin() { # NAME net|uts|mount COMMAND…: makes the namespace unless it is there, and runs the command in a new one
    local file=$NS/$1.$2
    pinned "$file" && return
    : >"$file"
    unshare "--$2=$file" "${@:3}"
}

enter() { # HOST COMMAND…
    nsenter --net="$NS/$1.net" --uts="$NS/$1.uts" "${@:2}"
}

beneath() { nsenter --mount="$NS/lab.mount" "$@"; } # with the mounts of the daemons

switch() { nsenter --net="$NS/switch.net" "$@"; }

has_link() { "$@" >/dev/null 2>&1; }

taken() { # X: by another lab, or by a network of this machine's
    grep -qsx "$1" /run/herd-lab/*/subnet || [[ -n $(ip -4 address show to "10.213.$1.0/24") ]]
}

choose_subnet() {
    [[ ! -s $RUN/subnet ]] || return 0
    local x=0 tries sum
    if [[ $LAB != lab ]]; then
        read -r sum _ < <(cksum <<<"$LAB")
        x=$((1 + sum % 254))
    fi
    for tries in {1..255}; do
        if ! taken "$x"; then
            echo "$x" >"$RUN/subnet.new"
            mv "$RUN/subnet.new" "$RUN/subnet"
            return
        fi
        x=$(((x + 1) % 255))
    done
    die "all of 10.213.0.0/16 is taken ($tries subnets tried): stop another lab with HERD_LAB=NAME lab/down"
}

make_lab() {
    [[ -e /sys/fs/cgroup/cgroup.controllers || -d /sys/fs/cgroup/devices ]] ||
        die "no cgroups are mounted: install and start cgroupfs-mount"
    mkdir -p "$NS" "$DATA" /run/containerd
    choose_subnet
    # A namespace can be pinned only on a private mount.
    mountpoint -q "$NS" || mount --bind "$NS" "$NS"
    mount --make-private "$NS"

    pinned "$NS/lab.mount" || pin lab mount --propagation slave true
    # Out of sight: the machine's containerd; and the pins, whose copies here would keep dead labs' namespaces alive.
    # shellcheck disable=SC2016 # that shell's variables
    nsenter --mount="$NS/lab.mount" bash -euo pipefail -c '
        mountpoint -q /run/containerd || mount -t tmpfs -o mode=711 tmpfs /run/containerd
        while read -r _ _ _ _ at _; do
            [[ ! $at =~ ^/run/herd-lab/[^/]+/ns(/|$) ]] || echo "$at"
        done </proc/self/mountinfo | sort -r | xargs -r umount -l'

    pin switch net true
    local x link
    x=$(<"$RUN/subnet")
    link=herd-$x
    has_link ip link show dev "$link" || ip link add name "$link" type veth peer name root netns "$NS/switch.net"
    ip address replace "10.213.$x.254/24" dev "$link"
    # Not looked for twice on the network (nodad): it is ours, and could be used only a second later.
    ! has_ipv6 || ip address replace "fd00:213:$x::fe/64" dev "$link" nodad
    ip link set dev "$link" up
    has_link switch ip link show dev br || switch ip link add name br type bridge
    switch ip link set dev br up
    switch ip link set dev root master br up
}

make_host() { # HOST
    mkdir -p "$RUN/$1"
    if [[ ! -e $DATA/$1 ]]; then
        mkdir -p "$DATA/$1"
        if [[ -n ${HERD_LAB_DISK:-} ]]; then
            beneath mount -t tmpfs -o "size=$HERD_LAB_DISK,mode=711" herd-lab "$DATA/$1"
            echo "$HERD_LAB_DISK" >"$RUN/$1/disk"
        fi
    fi
    pin "$1" net true
    pin "$1" uts true
    enter "$1" hostname "$1"
    has_link switch ip link show dev "$1" || switch ip link add name "$1" type veth peer name eth0 netns "$NS/$1.net"
    switch ip link set dev "$1" master br up
    enter "$1" ip address replace "$(address "$1")/24" dev eth0
    ! has_ipv6 || enter "$1" ip address replace "$(address6 "$1")/64" dev eth0 nodad
    enter "$1" ip link set dev eth0 up
    enter "$1" ip link set dev lo up
}

mend_link() { # HOST: what lab/link has done to it
    [[ -e $RUN/$1/link ]] || return 0
    local table rule
    for table in iptables ip6tables; do
        while read -r -a rule; do
            enter "$1" "$table" -w -D "${rule[@]:1}"
        done < <(enter "$1" "$table" -w -S | grep -e '--comment herd-lab ')
    done
    ! has_link switch ip link show dev "$1-slow" || switch ip link delete dev "$1-slow" # and so its lab/cable ends
    switch ip link set dev "$1" master br
    rm "$RUN/$1/link"
}

# A file that fills it would take the memory that it pretends to have, and seconds of a processor.
fill_disk() { # HOST: from now on its disk is no larger than what is on it; fails if something is being written
    local blocks free size
    read -r blocks free size < <(beneath stat --file-system --format '%b %f %S' "$DATA/$1")
    beneath mount -o "remount,size=$(((blocks - free) * size))" "$DATA/$1"
}

free_disk() { # HOST: undoes it
    [[ ! -e $RUN/$1/disk ]] || beneath mount -o "remount,size=$(<"$RUN/$1/disk")" "$DATA/$1"
}

# --- processes --------------------------------------------------------------------------------------------------------

process() { # HOST WORD: the pid of the host's dockerd or agent; fails if there is none
    local p argv stat
    for p in /proc/[0-9]*; do
        [[ $p/ns/net -ef $NS/$1.net ]] || continue
        { mapfile -d '' -t argv <"$p/cmdline" && read -r stat <"$p/stat"; } 2>/dev/null || continue # it is gone
        [[ " ${argv[*]} " =~ [/\ ]$2\ .*\ unix://$RUN/$1/docker\.sock\  ]] || continue
        # What the lab starts leads its own session; what a user starts inside the host does not.
        read -r _ _ _ stat _ <<<"${stat##*) }"
        [[ $stat == "${p#/proc/}" ]] || continue
        echo "$stat"
        return
    done
    return 1
}

gone() { ! process "$@" >/dev/null; }

signal() { # SIGNAL HOST WORD: tells the process, if there is one
    local pid
    pid=$(process "$2" "$3") || return 0
    # An agent's whole session, as its launcher may have children. Of a daemon only dockerd: its containers are not it.
    [[ $3 == dockerd ]] || pid=-$pid
    kill "-$1" -- "$pid" 2>/dev/null || gone "$2" "$3" # it may have ended in between
}

stop() { # HOST WORD SECONDS: asks it to end; kills it, and fails, if it does not
    signal TERM "$1" "$2"
    signal CONT "$1" "$2" # a frozen one hears TERM only when it is thawed
    within "$3" gone "$1" "$2" && return
    slay "$1" "$2"
    echo "lab: $2 of host $1 did not end within $3 s: killed" >&2
    return 1
}

slay() { # HOST WORD
    signal KILL "$1" "$2"
    within 5 gone "$1" "$2" || die "$2 of host $1 survives SIGKILL: see lab/run $1 ps ax"
}

show_log() { # FILE: its end, indented, for an error
    tail -n 15 "$1" | sed 's/^/    /' >&2
}

answer() { # HOST agent|dockerd ACTION LOG START SECONDS: what lab/agent and lab/daemon have in common
    case $3 in
        start)
            "$5" "$1"
            "wait_$2" "$1"
            ;;
        stop) stop "$1" "$2" "$6" ;;
        kill) slay "$1" "$2" ;;
        restart)
            stop "$1" "$2" "$6" || true # it has said that it had to kill
            "$5" "$1"
            "wait_$2" "$1"
            ;;
        freeze | thaw)
            process "$1" "$2" >/dev/null || die "$2 of host $1 is not running"
            if [[ $3 == freeze ]]; then signal STOP "$1" "$2"; else signal CONT "$1" "$2"; fi
            ;;
        pid) process "$1" "$2" || die "$2 of host $1 is not running" ;;
        log) cat "$4" ;;
        *) usage ;;
    esac
}

# --- what is newer than this Debian -----------------------------------------------------------------------------------

unpack() { # SUITE DIR PACKAGE…: packages of another Debian, beside what is installed; nothing if they are there
    local dir=$2 package own
    [[ ${*:3} != "$(cat "$dir/complete" 2>/dev/null)" ]] || return 0
    command -v apt-get >/dev/null || die "there is no apt-get: unpack ${*:3} of Debian $1 into $dir, and write these words into $dir/complete"
    rm -rf "$dir"
    mkdir -p "$dir"/{lists/partial,cache/archives/partial,packages}
    dir=$(realpath "$dir")
    echo "deb http://deb.debian.org/debian $1 main" >"$dir/sources.list"
    # An apt of its own: the machine's sources stay as they are.
    own=(-qq -o "Dir::Etc::SourceList=$dir/sources.list" -o Dir::Etc::SourceParts=/dev/null
        -o "Dir::State::Lists=$dir/lists" -o "Dir::Cache=$dir/cache" -o APT::Sandbox::User=root)
    apt-get "${own[@]}" update >&2
    (cd "$dir/packages" && apt-get "${own[@]}" download "${@:3}" >&2)
    for package in "$dir"/packages/*.deb; do dpkg -x "$package" "$dir"; done
    rm -rf "${dir:?}"/{lists,cache,packages}
    echo "${*:3}" >"$dir/complete"
}

# An engine is "installed" or a suite of Debian's; with -containerd behind it, that engine with containerd's image store.
need_engine() { # ENGINE
    [[ $1 =~ ^(installed|bookworm|trixie|forky|sid)(-containerd)?$ ]] ||
        die "there is no engine '$1': use installed, bookworm, trixie, forky or sid, with -containerd behind it for" \
            "containerd's image store"
}

CACHE=/var/cache/herd-lab

fetch_engine() { # ENGINE
    local suite=${1%-containerd}
    [[ $suite == installed ]] || unpack "$suite" "$CACHE/$suite" docker.io containerd
}

engine_of() { # HOST
    cat "$RUN/$1/engine" 2>/dev/null || echo installed
}

engine_path() { # ENGINE: where dockerd is to find itself and its containerd
    local suite=${1%-containerd}
    if [[ $suite == installed ]]; then
        echo "$PATH"
    else
        echo "$CACHE/$suite/usr/sbin:$CACHE/$suite/usr/bin:$PATH"
    fi
}

engine_configuration() { # ENGINE
    if [[ $1 == *-containerd ]]; then
        echo '{"features": {"containerd-snapshotter": true}}'
    else
        echo '{"features": {"containerd-snapshotter": false}}'
    fi
}

# --- daemons ----------------------------------------------------------------------------------------------------------

on() { # HOST DOCKER-ARGS…: a frozen daemon must not freeze the lab
    timeout 20 docker -H "unix://$RUN/$1/docker.sock" "${@:2}"
}

start_daemon() { # HOST
    local dir=$RUN/$1 pid engine
    engine=$(engine_of "$1")
    if process "$1" dockerd >/dev/null; then
        signal CONT "$1" dockerd
        return
    fi
    # What a killed dockerd left. It believes its pid files, and pids are used again; old netns mounts break new containers.
    rm -f "$dir/dockerd.pid"
    for pid in $(cat "$dir/exec/containerd/containerd.pid" 2>/dev/null || true); do
        [[ /proc/$pid/ns/mnt -ef $NS/lab.mount ]] || rm -f "$dir/exec/containerd/containerd.pid"
    done
    nsenter --mount="$NS/lab.mount" find "$dir/exec/netns" -type f -exec umount -l {} \; 2>/dev/null || true # none: fine
    # A configuration of its own: that of this machine's Docker must not apply. Its own cgroup: so that lab/down finds all.
    engine_configuration "$engine" >"$dir/daemon.json"
    PATH=$(engine_path "$engine") setsid nsenter --mount="$NS/lab.mount" --net="$NS/$1.net" --uts="$NS/$1.uts" \
        dockerd --config-file "$dir/daemon.json" --data-root "$DATA/$1" --exec-root "$dir/exec" -p "$dir/dockerd.pid" \
        --exec-opt native.cgroupdriver=cgroupfs --cgroup-parent "/herd-lab/$LAB/$1" -H "unix://$dir/docker.sock" \
        >>"$dir/dockerd.log" 2>&1 </dev/null 9>&- &
    STARTED=$!
}

daemon_answers() { # HOST
    local version
    version=$(on "$1" version --format '{{.Server.Version}}' 2>/dev/null) && echo "$version" >"$RUN/$1/version"
}

# Or it has ended: then there is nothing to wait for.
daemon_settled() { daemon_answers "$1" || ! kill -0 "${STARTED:-$$}" 2>/dev/null; }

wait_dockerd() { # HOST
    within 30 daemon_settled "$1" && daemon_answers "$1" && return
    show_log "$RUN/$1/dockerd.log"
    die "dockerd of host $1 does not answer: see above, or lab/daemon $1 log"
}

# A docker archive made by hand, not 'docker import': the same name gives the same image id on every host, as with a pull.
make_image() ( # NAME:TAG FILE
    umask 022
    dir=$(mktemp -d "$RUN/image.XXXXXX")
    trap 'rm -rf "$dir"' EXIT
    mkdir -p "$dir"/root/{bin,etc,root,tmp,var}
    chmod 1777 "$dir/root/tmp"
    busybox=$(command -v busybox)
    cp "$busybox" "$dir/root/bin/busybox"
    echo 'root:x:0:0:root:/root:/bin/sh' >"$dir/root/etc/passwd"
    echo 'root:x:0:' >"$dir/root/etc/group"
    "$busybox" --list | while read -r applet; do
        [[ -e $dir/root/bin/$applet ]] || ln -s busybox "$dir/root/bin/$applet"
    done
    tar_same() { tar --sort=name --mtime="@$(stat -c %Y "$busybox")" --owner=0 --group=0 --numeric-owner "$@"; }
    tar_same -C "$dir/root" -cf "$dir/layer.tar" .
    read -r layer _ < <(sha256sum "$dir/layer.tar")
    jq -n --arg layer "sha256:$layer" --arg name "$1" --arg arch "$(dpkg --print-architecture)" \
        --arg created "$(date -u -r "$busybox" +%FT%TZ)" '{
            architecture: $arch, os: "linux", created: $created, rootfs: {type: "layers", diff_ids: [$layer]},
            config: {Cmd: ["sh"], Env: ["PATH=/bin"], Labels: {"herd.lab.image": $name}},
            history: [{created: $created, created_by: "lab"}]}' >"$dir/config.json"
    jq -n --arg name "$1" '[{Config: "config.json", RepoTags: [$name], Layers: ["layer.tar"]}]' >"$dir/manifest.json"
    tar_same -C "$dir" -cf "$dir/image.tar" manifest.json config.json layer.tar
    mv "$dir/image.tar" "$2"
)

# --- agents -----------------------------------------------------------------------------------------------------------

make_key() {
    [[ ! -s $RUN/key ]] || return 0
    rm -f "$RUN/key.new"
    "$HERD" key new "$RUN/key.new" >/dev/null 9>&- || die "'herd key new' failed: see above"
    mv "$RUN/key.new" "$RUN/key"
}

start_agent() { # HOST
    local dir=$RUN/$1 options clock=()
    if process "$1" agent >/dev/null; then
        signal CONT "$1" agent
        return
    fi
    read -ra options <<<"${HERD_AGENT_OPTS:-}"
    # Of the clock that tells the time only: how long something takes is right.
    [[ -z ${HERD_AGENT_CLOCK:-} ]] ||
        clock=(env "LD_PRELOAD=$(faketime -f +0 printenv LD_PRELOAD)" "FAKETIME=$HERD_AGENT_CLOCK" FAKETIME_DONT_FAKE_MONOTONIC=1)
    [[ ! -e $dir/agent.log ]] || mv "$dir/agent.log" "$dir/agent.log.1"
    # Its Unix socket must not be the default one: the hosts share this machine's files.
    HERD_SOCKET=$dir/herd.sock setsid nsenter --net="$NS/$1.net" --uts="$NS/$1.uts" "${clock[@]}" \
        "$HERD" agent --name "$1" --docker "unix://$dir/docker.sock" --bind "$(address "$1")" --join "$(addresses)" \
        --key "$RUN/key" "${options[@]}" >"$dir/agent.log" 2>&1 </dev/null 9>&- &
    STARTED=$!
    ((${#clock[@]} == 0)) || echo "$STARTED" >>"$RUN/clocks"
}

# libfaketime leaves them if its process is killed.
remove_clocks() {
    local pid
    [[ -e $RUN/clocks ]] || return 0
    while read -r pid; do rm -f "/dev/shm/faketime_shm_$pid" "/dev/shm/sem.faketime_sem_$pid"; done <"$RUN/clocks"
}

agent_joined() { grep -qs 'joined herd' "$RUN/$1/agent.log"; }
agent_settled() { agent_joined "$1" || ! kill -0 "${STARTED:-$$}" 2>/dev/null; }

# As long as an agent may look for others: 15 s for one that lets it join, 12 s until its own dead process is forgotten.
wait_agent() { # HOST
    local why='has not joined within 30 s'
    within 30 agent_settled "$1" && agent_joined "$1" && process "$1" agent >/dev/null && return
    process "$1" agent >/dev/null || why='has ended'
    show_log "$RUN/$1/agent.log"
    die "the agent of host $1 $why: see above, or lab/agent $1 log"
}

herd_environment() { # for clients in the root namespace
    HERD_JOIN=$(addresses)
    HERD_KEY=$RUN/key
    export HERD_JOIN HERD_KEY
}
