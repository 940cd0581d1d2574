# bash completion for herd                                                                           -*- shell-script -*-
# Made from herd's commands by its build. It needs bash 4 and nothing else: source it, or put it where bash-completion
# looks, as /usr/share/bash-completion/completions/herd.

# Sets what may be typed behind a command: commands, flags, operands (the last one again and again if many is set; no
# flags behind the first if passes_on is) and values, which has each flag that takes one. A value is '-' (anything), 'file', 'directory', '=A B' (one of these), or
# names that the live herd is asked for; a ',' or ':' behind it stands between several.
_herd_topic() { # PATH
    commands='' operands=() many='' passes_on=''
    flags=(--debug --direct -h --help --json --no-trunc -q --quiet -v --version)
    values=(
        [--bind]=-
        [--cluster]=-
        [--config]=file
        [--deadline]=-
        [--join]=-
        [--keep]=-
        [--key]=file
        [--node]='node,'
        [--socket]=-
    )
    case $1 in
        '')
            commands='create run start stop restart kill pause unpause wait rename rm ps inspect logs exec attach top port stats cp diff commit export update images pull rmi tag history save load push df info container image volume network system node template user key keep agent doctor events shell completion help version'
            ;;
        container)
            commands='create run start stop restart kill pause unpause wait rename rm prune ls inspect logs exec attach top port stats cp diff commit export update'
            ;;
        'container create' | create)
            flags+=(--all-or-nothing --dry-run --init -i --interactive --no-healthcheck --oom-kill-disable --privileged -P --publish-all --read-only --rm --start -t --tty)
            values+=(
                [--add-host]=-
                [--annotation]=-
                [--blkio-weight]=-
                [--blkio-weight-device]=-
                [--cap-add]=-
                [--cap-drop]=-
                [--cgroup-parent]=-
                [--cgroupns]='=host private'
                [--cidfile]=file
                [--constraint]=constraint
                [--cpu-period]=-
                [--cpu-quota]=-
                [--cpu-rt-period]=-
                [--cpu-rt-runtime]=-
                [-c]=- [--cpu-shares]=-
                [--cpus]=-
                [--cpuset-cpus]=-
                [--cpuset-mems]=-
                [--create-timeout]=-
                [--device]=-
                [--device-cgroup-rule]=-
                [--device-read-bps]=-
                [--device-read-iops]=-
                [--device-write-bps]=-
                [--device-write-iops]=-
                [--dns]=-
                [--dns-option]=- [--dns-opt]=-
                [--dns-search]=-
                [--domainname]=-
                [--entrypoint]=-
                [-e]=- [--env]=-
                [--env-file]=file
                [--expose]=-
                [--gpus]=-
                [--group-add]=-
                [--health-cmd]=-
                [--health-interval]=-
                [--health-retries]=-
                [--health-start-interval]=-
                [--health-start-period]=-
                [--health-timeout]=-
                [--hostname]=-
                [--image]=image
                [-n]=- [--instances]=-
                [--ip]=-
                [--ip6]=-
                [--ipc]=-
                [--isolation]=-
                [-l]=- [--label]=-
                [--label-file]=file
                [--link]=-
                [--link-local-ip]=-
                [--log-driver]=-
                [--log-opt]=-
                [--mac-address]=-
                [-m]=- [--memory]=-
                [--memory-reservation]=-
                [--memory-swap]=-
                [--memory-swappiness]=-
                [--mount]=-
                [--name]=-
                [--network]=attachable [--net]=attachable
                [--network-alias]=- [--net-alias]=-
                [--oom-score-adj]=-
                [--pid]=-
                [--pids-limit]=-
                [-p]=- [--publish]=-
                [--raw]=file
                [--request-id]=-
                [--restart]='=no always unless-stopped on-failure on-failure:'
                [--runtime]=-
                [--security-opt]=-
                [--set]=-
                [--shm-size]=-
                [--stop-signal]='=ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH'
                [--stop-timeout]=-
                [--storage-opt]=-
                [--sysctl]=-
                [--template]=template
                [--templates]='directory:'
                [--tmpfs]=-
                [--ulimit]=-
                [-u]=- [--user]=-
                [--userns]=-
                [--uts]=-
                [-v]=- [--volume]=-
                [--volume-driver]=-
                [--volumes-from]=-
                [-w]=- [--workdir]=-
            )
            operands=(image -) many=1
            passes_on=1
            ;;
        'container run' | run)
            flags+=(--all-nodes -d --detach --init -i --interactive --no-healthcheck --oom-kill-disable --privileged -P --publish-all --read-only --rm -t --tty)
            values+=(
                [--add-host]=-
                [--annotation]=-
                [--blkio-weight]=-
                [--blkio-weight-device]=-
                [--cap-add]=-
                [--cap-drop]=-
                [--cgroup-parent]=-
                [--cgroupns]='=host private'
                [--cidfile]=file
                [--constraint]=constraint
                [--cpu-period]=-
                [--cpu-quota]=-
                [--cpu-rt-period]=-
                [--cpu-rt-runtime]=-
                [-c]=- [--cpu-shares]=-
                [--cpus]=-
                [--cpuset-cpus]=-
                [--cpuset-mems]=-
                [--detach-keys]=-
                [--device]=-
                [--device-cgroup-rule]=-
                [--device-read-bps]=-
                [--device-read-iops]=-
                [--device-write-bps]=-
                [--device-write-iops]=-
                [--dns]=-
                [--dns-option]=- [--dns-opt]=-
                [--dns-search]=-
                [--domainname]=-
                [--entrypoint]=-
                [-e]=- [--env]=-
                [--env-file]=file
                [--expose]=-
                [--gpus]=-
                [--group-add]=-
                [--health-cmd]=-
                [--health-interval]=-
                [--health-retries]=-
                [--health-start-interval]=-
                [--health-start-period]=-
                [--health-timeout]=-
                [--hostname]=-
                [-n]=- [--instances]=-
                [--ip]=-
                [--ip6]=-
                [--ipc]=-
                [--isolation]=-
                [-l]=- [--label]=-
                [--label-file]=file
                [--link]=-
                [--link-local-ip]=-
                [--log-driver]=-
                [--log-opt]=-
                [--mac-address]=-
                [-m]=- [--memory]=-
                [--memory-reservation]=-
                [--memory-swap]=-
                [--memory-swappiness]=-
                [--mount]=-
                [--name]=-
                [--network]=attachable [--net]=attachable
                [--network-alias]=- [--net-alias]=-
                [--oom-score-adj]=-
                [--pid]=-
                [--pids-limit]=-
                [-p]=- [--publish]=-
                [--pull]='=missing always never'
                [--restart]='=no always unless-stopped on-failure on-failure:'
                [--runtime]=-
                [--security-opt]=-
                [--set]=-
                [--shm-size]=-
                [--sig-proxy]='=true false'
                [--stop-signal]='=ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH'
                [--stop-timeout]=-
                [--storage-opt]=-
                [--sysctl]=-
                [--template]=template
                [--templates]='directory:'
                [--tmpfs]=-
                [--ulimit]=-
                [-u]=- [--user]=-
                [--userns]=-
                [--uts]=-
                [-v]=- [--volume]=-
                [--volume-driver]=-
                [--volumes-from]=-
                [-w]=- [--workdir]=-
            )
            operands=(image -) many=1
            passes_on=1
            ;;
        'container start' | start)
            values+=(
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-l]=- [--label]=-
            )
            operands=(stopped) many=1
            ;;
        'container stop' | stop)
            values+=(
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-l]=- [--label]=-
                [-s]='=ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' [--signal]='=ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH'
                [-t]=- [--timeout]=- [--time]=-
            )
            operands=(running) many=1
            ;;
        'container restart' | restart)
            values+=(
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-l]=- [--label]=-
                [-s]='=ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' [--signal]='=ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH'
                [-t]=- [--timeout]=- [--time]=-
            )
            operands=(container) many=1
            ;;
        'container kill' | kill)
            values+=(
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-l]=- [--label]=-
                [-s]='=ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' [--signal]='=ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH'
            )
            operands=(running) many=1
            ;;
        'container pause' | pause)
            values+=(
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-l]=- [--label]=-
            )
            operands=(running) many=1
            ;;
        'container unpause' | unpause)
            values+=(
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-l]=- [--label]=-
            )
            operands=(paused) many=1
            ;;
        'container wait' | wait)
            operands=(container) many=1
            ;;
        'container rename' | rename)
            operands=(container -)
            ;;
        'container rm' | 'container remove' | rm)
            flags+=(-f --force -v --volumes)
            values+=(
                [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [--label]=-
            )
            operands=(container) many=1
            ;;
        'container prune')
            flags+=(-f --force)
            values+=(
                [--filter]='=label= until='
            )
            ;;
        'container ls' | 'container ps' | 'container list' | ps)
            flags+=(-a --all -l --latest --mine --owner -s --size)
            values+=(
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [--format]='=json table'
                [-n]=- [--last]=-
            )
            ;;
        'container inspect' | inspect)
            flags+=(-s --size)
            values+=(
                [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-f]=- [--format]=-
                [-l]=- [--label]=-
            )
            operands=(container) many=1
            ;;
        'container logs' | logs)
            flags+=(--details -f --follow -t --timestamps)
            values+=(
                [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-l]=- [--label]=-
                [--since]=-
                [-n]=- [--tail]=-
                [--until]=-
            )
            operands=(container) many=1
            ;;
        'container exec' | exec)
            flags+=(--all -d --detach -i --interactive --privileged -t --tty)
            values+=(
                [--detach-keys]=-
                [-e]=- [--env]=-
                [--env-file]=file
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [-l]=- [--label]=-
                [-u]=- [--user]=-
                [-w]=- [--workdir]=-
            )
            operands=(running -) many=1
            passes_on=1
            ;;
        'container attach' | attach)
            flags+=(--no-stdin)
            values+=(
                [--detach-keys]=-
                [--sig-proxy]='=true false'
            )
            operands=(container)
            ;;
        'container top' | top)
            operands=(container -) many=1
            passes_on=1
            ;;
        'container port' | port)
            operands=(container -)
            ;;
        'container stats' | stats)
            flags+=(--no-stream)
            values+=(
                [-f]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' [--filter]='=ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume='
                [--format]='=json table'
                [-l]=- [--label]=-
            )
            operands=(container) many=1
            ;;
        'container cp' | cp)
            flags+=(-a --archive -L --follow-link)
            operands=(file file)
            ;;
        'container diff' | diff)
            operands=(container)
            ;;
        'container commit' | commit)
            values+=(
                [-a]=- [--author]=-
                [-c]=- [--change]=-
                [-m]=- [--message]=-
                [-p]='=true false' [--pause]='=true false'
            )
            operands=(container -)
            ;;
        'container export' | export)
            values+=(
                [-o]=file [--output]=file
            )
            operands=(container)
            ;;
        'container update' | update)
            values+=(
                [--blkio-weight]=-
                [--cpu-period]=-
                [--cpu-quota]=-
                [--cpu-rt-period]=-
                [--cpu-rt-runtime]=-
                [-c]=- [--cpu-shares]=-
                [--cpus]=-
                [--cpuset-cpus]=-
                [--cpuset-mems]=-
                [-m]=- [--memory]=-
                [--memory-reservation]=-
                [--memory-swap]=-
                [--pids-limit]=-
                [--restart]='=no always unless-stopped on-failure on-failure:'
            )
            operands=(container) many=1
            ;;
        image)
            commands='ls pull cp inspect rm prune tag history save load push'
            ;;
        'image ls' | 'image images' | images)
            flags+=(-a --all --digests)
            values+=(
                [-f]='=before= dangling=false dangling=true label= reference= since= until=' [--filter]='=before= dangling=false dangling=true label= reference= since= until='
                [--format]='=json table'
            )
            operands=(-)
            ;;
        'image pull' | pull)
            operands=(image)
            ;;
        'image cp')
            flags+=(--all)
            values+=(
                [--to]='node,'
            )
            operands=(image)
            ;;
        'image inspect')
            values+=(
                [-f]=- [--format]=-
            )
            operands=(image) many=1
            ;;
        'image rm' | 'image remove' | rmi)
            flags+=(-f --force)
            operands=(image) many=1
            ;;
        'image prune')
            flags+=(-a --all -f --force)
            values+=(
                [--filter]='=label= until='
            )
            ;;
        'image tag' | tag)
            operands=(image -)
            ;;
        'image history' | history)
            values+=(
                [--format]='=json table'
                [-H]='=true false' [--human]='=true false'
            )
            operands=(image)
            ;;
        'image save' | save)
            values+=(
                [-o]=file [--output]=file
            )
            operands=(image) many=1
            ;;
        'image load' | load)
            values+=(
                [-i]=file [--input]=file
            )
            ;;
        'image push' | push)
            operands=(image)
            ;;
        volume)
            commands='ls inspect create rm prune'
            ;;
        'volume ls' | 'volume list')
            values+=(
                [-f]='=dangling=false dangling=true driver= label= name=' [--filter]='=dangling=false dangling=true driver= label= name='
                [--format]='=json table'
            )
            ;;
        'volume inspect')
            values+=(
                [-f]=- [--format]=-
            )
            operands=(volume) many=1
            ;;
        'volume create')
            values+=(
                [-d]=- [--driver]=-
                [--label]=-
                [-o]=- [--opt]=-
            )
            operands=(-)
            ;;
        'volume rm' | 'volume remove')
            flags+=(-f --force)
            operands=(volume) many=1
            ;;
        'volume prune')
            flags+=(-a --all -f --force)
            values+=(
                [--filter]='=label='
            )
            ;;
        network)
            commands='ls inspect create rm prune connect disconnect'
            ;;
        'network ls' | 'network list')
            values+=(
                [-f]='=dangling=false dangling=true driver= id= label= name= scope=global scope=local scope=swarm type=builtin type=custom' [--filter]='=dangling=false dangling=true driver= id= label= name= scope=global scope=local scope=swarm type=builtin type=custom'
                [--format]='=json table'
            )
            ;;
        'network inspect')
            values+=(
                [-f]=- [--format]=-
            )
            operands=(network) many=1
            ;;
        'network create')
            flags+=(--attachable --internal --ipv6)
            values+=(
                [--aux-address]=-
                [-d]=- [--driver]=-
                [--gateway]=-
                [--ip-range]=-
                [--ipam-driver]=-
                [--ipam-opt]=-
                [--label]=-
                [-o]=- [--opt]=-
                [--subnet]=-
            )
            operands=(-)
            ;;
        'network rm' | 'network remove')
            flags+=(-f --force)
            operands=(network) many=1
            ;;
        'network prune')
            flags+=(-f --force)
            values+=(
                [--filter]='=label= until='
            )
            ;;
        'network connect')
            values+=(
                [--alias]=-
                [--driver-opt]=-
                [--ip]=-
                [--ip6]=-
                [--link]=-
                [--link-local-ip]=-
            )
            operands=(network container)
            ;;
        'network disconnect')
            flags+=(-f --force)
            operands=(network container)
            ;;
        system)
            commands='df info prune'
            ;;
        'system df' | df)
            values+=(
                [--format]='=json table'
            )
            ;;
        'system info' | info)
            values+=(
                [-f]=- [--format]=-
            )
            ;;
        'system prune')
            flags+=(-a --all -f --force --volumes)
            values+=(
                [--filter]='=label= until='
            )
            ;;
        node)
            commands='ls inspect register unregister update forget'
            ;;
        'node ls' | 'node list')
            values+=(
                [--format]='=json table'
            )
            ;;
        'node inspect')
            values+=(
                [-f]=- [--format]=-
            )
            operands=(node) many=1
            ;;
        'node register')
            operands=(node) many=1
            ;;
        'node unregister')
            operands=(node) many=1
            ;;
        'node update')
            values+=(
                [--label-add]=-
                [--label-rm]=-
            )
            operands=(node)
            ;;
        'node forget')
            operands=(node) many=1
            ;;
        template)
            commands='ls show'
            ;;
        'template ls' | 'template list')
            values+=(
                [--templates]='directory:'
            )
            ;;
        'template show')
            values+=(
                [--templates]='directory:'
            )
            operands=(template)
            ;;
        user)
            commands='add ls rm token'
            ;;
        'user add')
            values+=(
                [--group]=-
                [--users]=file
            )
            operands=(-)
            ;;
        'user ls' | 'user list')
            values+=(
                [--users]=file
            )
            ;;
        'user rm' | 'user remove')
            values+=(
                [--users]=file
            )
            operands=(-) many=1
            ;;
        'user token')
            values+=(
                [--expires]=-
                [--revoke]=-
                [--users]=file
            )
            operands=(-)
            ;;
        key)
            commands='new docker'
            ;;
        'key new')
            operands=(file)
            ;;
        'key docker')
            values+=(
                [--expires]=-
                [--group]=-
                [--user]=-
            )
            operands=(directory)
            ;;
        keep)
            commands='ls start stop'
            ;;
        'keep ls' | 'keep list')
            ;;
        'keep start')
            ;;
        'keep stop')
            operands=(-) many=1
            ;;
        agent)
            flags+=(--check-config --docker-strict)
            values+=(
                [--audit]=file
                [--create-timeout]=-
                [--detect]=-
                [--docker]=-
                [--docker-api]=-
                [--docker-labels]='=true false'
                [--docker-listen]=-
                [--docker-place]='=own spread'
                [--docker-socket]=-
                [--http]=-
                [--http-anonymous]=-
                [--label]=-
                [--name]=node
                [--policy]=file
                [--templates]='directory:'
                [--tls-cert]=file
                [--tls-key]=file
                [--users]=file
            )
            ;;
        doctor)
            flags+=(--exit-zero)
            ;;
        events)
            values+=(
                [-f]='=container= daemon= event= image= label= network= type=container type=daemon type=image type=network type=volume volume=' [--filter]='=container= daemon= event= image= label= network= type=container type=daemon type=image type=network type=volume volume='
                [--format]='=json table'
                [--since]=-
                [--until]=-
            )
            ;;
        shell)
            ;;
        completion)
            operands=('=bash zsh fish')
            ;;
        help)
            operands=(-) many=1
            ;;
        version)
            ;;
        *) return 1 ;;
    esac
}

# Sets words: bash's own, as they are typed, put together again where it has cut them at '=', ':' and '@'.
_herd_words() {
    local word glued=''
    words=()
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if [[ $word && ! ${word//[=:@]/} ]]; then
            words[-1]+=$word
            glued=1
        elif [[ $glued ]]; then
            words[-1]+=$word
            glued=''
        else
            words+=("$word")
        fi
    done
}

# Takes a word as it is typed apart. Sets plain: what it means; kept: what that is of the part in front of what readline
# replaces, which begins behind an '=', ':' or '@' that cuts words or behind a quote; quote: the one that stands there, if
# any; and closed if that has its second one. Nothing is expanded.
_herd_read() { # WORD
    local typed=$1 next breaks=${COMP_WORDBREAKS//[!=:@]/}
    plain='' kept='' quote='' closed=''
    while [[ $typed ]]; do
        next=${typed:0:1} typed=${typed:1}
        if [[ $quote && ! $closed && $next == "$quote" ]]; then
            closed=1
        elif [[ $next == \\ && ($quote != \' || $closed) ]]; then
            # Inside double quotes it is one itself in front of most.
            [[ $quote && ! $closed && ${typed:0:1} != [\$\`\"\\] ]] && plain+=$next
            plain+=${typed:0:1} typed=${typed:1}
        elif [[ $quote && ! $closed ]]; then
            plain+=$next
        elif [[ $next == [\"\'] ]]; then
            quote=$next closed='' kept=$plain
        else
            plain+=$next
            if [[ $breaks && $next == ["$breaks"] ]]; then
                kept=$plain quote='' closed=''
            fi
        fi
    done
}

# Sets quoted: the text as it has to stand behind quote, so that no shell reads more in it than itself. Readline adds the
# second quote, unless there is one at the end, and takes one at the beginning for the first.
_herd_quote() { # TEXT
    case $quote in
        \') quoted=${1//\'/"'\\''"} ;;
        \")
            quoted=${1//\\/\\\\} quoted=${quoted//\"/\\\"} quoted=${quoted//\$/\\\$} quoted=${quoted//\`/\\\`}
            # History is looked for inside of them, too.
            quoted=${quoted//!/'"\!"'}
            ;;
        *) printf -v quoted %q "$1" ;;
    esac
    if [[ $quote && ($closed || $quoted == *"$quote") ]]; then
        quoted+=$quote
    fi
    if [[ $quote && ! $closed && $quoted == "$quote"* ]]; then
        quoted=$quote$quoted
    fi
}

# Hands on a flag that says which herd is meant.
_herd_hand_on() { # FLAG VALUE
    local value=$2
    case $1 in
        --bind | --cluster | --config | --deadline | --join | --keep | --key | --node | --socket | --templates) ;;
        *) return ;;
    esac
    asked+=("$1" "${value/#\~\//$HOME/}")
}

_herd_offer() { # VALUE LEAD WORD: offers what begins with WORD; LEAD stands before it in the same word
    local value=$1 lead=$2 word=$3 offered=() one cut files='' quoted
    if [[ $value == [!=]*[,:] ]]; then
        cut=${word%"${word##*"${value: -1}"}"}
        lead+=$cut word=${word#"$cut"} value=${value%?}
    fi
    case $value in
        -) ;;
        =*) read -ra offered <<<"${value#=}" ;;
        file | directory)
            mapfile -t offered < <(compgen -A "$value" -- "$word")
            # Then readline quotes them.
            compopt -o filenames 2>/dev/null
            files=1
            ;;
        *) mapfile -t offered < <(_herd_ask "$value" "$word") ;;
    esac
    for one in "${offered[@]}"; do
        [[ $one == "$word"* && $one != *[[:cntrl:]]* ]] || continue
        one=$lead$one
        one=${one#"$kept"}
        if [[ ! $files ]]; then
            _herd_quote "$one"
            one=$quoted
        fi
        COMPREPLY+=("$one")
    done
    # A value comes behind it.
    if [[ ${#COMPREPLY[@]} == 1 && $value == =* && ${COMPREPLY[0]} == *[=:] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

_herd_ask() { # NAMES WORD
    _herd_read "${words[0]}"
    "${plain/#\~\//$HOME/}" __complete --exactly "${asked[@]}" "$1" "$2" 2>/dev/null </dev/null
}

_herd() {
    local commands operands many passes_on flags words word path='' flag='' ended='' asked=() count=0
    local plain kept quote closed
    local -A values
    COMPREPLY=()
    _herd_words
    _herd_topic ''
    for word in "${words[@]:1:${#words[@]}-2}"; do
        _herd_read "$word"
        word=$plain
        if [[ $flag ]]; then
            _herd_hand_on "$flag" "$word"
            flag=''
        elif [[ $ended || $word != -?* ]]; then
            if [[ ! $commands ]]; then
                ((count += 1))
                ended=$ended$passes_on
            else
                path+=${path:+ }$word
                _herd_topic "$path" || return 0
            fi
        elif [[ $word == -- ]]; then
            ended=1
        elif [[ $word == --*=* ]]; then
            _herd_hand_on "${word%%=*}" "${word#*=}"
        elif [[ ${values[$word]-} ]]; then
            flag=$word
        fi
    done

    _herd_read "${words[-1]}"
    word=$plain
    if [[ $flag ]]; then
        _herd_offer "${values[$flag]}" '' "$word"
    elif [[ ! $ended && $word == --*=* ]]; then
        _herd_offer "${values[${word%%=*}]:--}" "${word%%=*}=" "${word#*=}"
    elif [[ ! $ended && $word == -* ]]; then
        _herd_offer "=${flags[*]} ${!values[*]}" '' "$word"
    elif [[ $commands ]]; then
        _herd_offer "=$commands" '' "$word"
    elif ((count < ${#operands[@]})); then
        _herd_offer "${operands[count]}" '' "$word"
    elif [[ $many ]]; then
        _herd_offer "${operands[-1]}" '' "$word"
    fi
}

complete -F _herd herd
