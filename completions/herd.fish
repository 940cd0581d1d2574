# fish completion for herd. Made from herd's commands by its build. It goes into ~/.config/fish/completions, as herd.fish.

function __herd_takes_value # COMMAND FLAG
    switch "$argv[1] $argv[2]"
        case '* --bind' '* --cluster' '* --config' '* --deadline' '* --join' '* --keep' '* --key' '* --node' '* --socket'
        case 'container create --add-host' 'container create --annotation' 'container create --blkio-weight' 'container create --blkio-weight-device' 'container create --cap-add' 'container create --cap-drop' 'container create --cgroup-parent' 'container create --cgroupns' 'container create --cidfile' 'container create --constraint' 'container create --cpu-period' 'container create --cpu-quota' 'container create --cpu-rt-period' 'container create --cpu-rt-runtime' 'container create -c' 'container create --cpu-shares' 'container create --cpus' 'container create --cpuset-cpus' 'container create --cpuset-mems' 'container create --create-timeout' 'container create --device' 'container create --device-cgroup-rule' 'container create --device-read-bps' 'container create --device-read-iops' 'container create --device-write-bps' 'container create --device-write-iops' 'container create --dns' 'container create --dns-option' 'container create --dns-opt' 'container create --dns-search' 'container create --domainname' 'container create --entrypoint' 'container create -e' 'container create --env' 'container create --env-file' 'container create --expose' 'container create --gpus' 'container create --group-add' 'container create --health-cmd' 'container create --health-interval' 'container create --health-retries' 'container create --health-start-interval' 'container create --health-start-period' 'container create --health-timeout' 'container create --hostname' 'container create --image' 'container create -n' 'container create --instances' 'container create --ip' 'container create --ip6' 'container create --ipc' 'container create --isolation' 'container create -l' 'container create --label' 'container create --label-file' 'container create --link' 'container create --link-local-ip' 'container create --log-driver' 'container create --log-opt' 'container create --mac-address' 'container create -m' 'container create --memory' 'container create --memory-reservation' 'container create --memory-swap' 'container create --memory-swappiness' 'container create --mount' 'container create --name' 'container create --network' 'container create --net' 'container create --network-alias' 'container create --net-alias' 'container create --oom-score-adj' 'container create --pid' 'container create --pids-limit' 'container create -p' 'container create --publish' 'container create --raw' 'container create --request-id' 'container create --restart' 'container create --runtime' 'container create --security-opt' 'container create --set' 'container create --shm-size' 'container create --stop-signal' 'container create --stop-timeout' 'container create --storage-opt' 'container create --sysctl' 'container create --template' 'container create --templates' 'container create --tmpfs' 'container create --ulimit' 'container create -u' 'container create --user' 'container create --userns' 'container create --uts' 'container create -v' 'container create --volume' 'container create --volume-driver' 'container create --volumes-from' 'container create -w' 'container create --workdir'
        case 'container run --add-host' 'container run --annotation' 'container run --blkio-weight' 'container run --blkio-weight-device' 'container run --cap-add' 'container run --cap-drop' 'container run --cgroup-parent' 'container run --cgroupns' 'container run --cidfile' 'container run --constraint' 'container run --cpu-period' 'container run --cpu-quota' 'container run --cpu-rt-period' 'container run --cpu-rt-runtime' 'container run -c' 'container run --cpu-shares' 'container run --cpus' 'container run --cpuset-cpus' 'container run --cpuset-mems' 'container run --detach-keys' 'container run --device' 'container run --device-cgroup-rule' 'container run --device-read-bps' 'container run --device-read-iops' 'container run --device-write-bps' 'container run --device-write-iops' 'container run --dns' 'container run --dns-option' 'container run --dns-opt' 'container run --dns-search' 'container run --domainname' 'container run --entrypoint' 'container run -e' 'container run --env' 'container run --env-file' 'container run --expose' 'container run --gpus' 'container run --group-add' 'container run --health-cmd' 'container run --health-interval' 'container run --health-retries' 'container run --health-start-interval' 'container run --health-start-period' 'container run --health-timeout' 'container run --hostname' 'container run -n' 'container run --instances' 'container run --ip' 'container run --ip6' 'container run --ipc' 'container run --isolation' 'container run -l' 'container run --label' 'container run --label-file' 'container run --link' 'container run --link-local-ip' 'container run --log-driver' 'container run --log-opt' 'container run --mac-address' 'container run -m' 'container run --memory' 'container run --memory-reservation' 'container run --memory-swap' 'container run --memory-swappiness' 'container run --mount' 'container run --name' 'container run --network' 'container run --net' 'container run --network-alias' 'container run --net-alias' 'container run --oom-score-adj' 'container run --pid' 'container run --pids-limit' 'container run -p' 'container run --publish' 'container run --pull' 'container run --restart' 'container run --runtime' 'container run --security-opt' 'container run --set' 'container run --shm-size' 'container run --sig-proxy' 'container run --stop-signal' 'container run --stop-timeout' 'container run --storage-opt' 'container run --sysctl' 'container run --template' 'container run --templates' 'container run --tmpfs' 'container run --ulimit' 'container run -u' 'container run --user' 'container run --userns' 'container run --uts' 'container run -v' 'container run --volume' 'container run --volume-driver' 'container run --volumes-from' 'container run -w' 'container run --workdir'
        case 'container start -f' 'container start --filter' 'container start -l' 'container start --label'
        case 'container stop -f' 'container stop --filter' 'container stop -l' 'container stop --label' 'container stop -s' 'container stop --signal' 'container stop -t' 'container stop --timeout' 'container stop --time'
        case 'container restart -f' 'container restart --filter' 'container restart -l' 'container restart --label' 'container restart -s' 'container restart --signal' 'container restart -t' 'container restart --timeout' 'container restart --time'
        case 'container kill -f' 'container kill --filter' 'container kill -l' 'container kill --label' 'container kill -s' 'container kill --signal'
        case 'container pause -f' 'container pause --filter' 'container pause -l' 'container pause --label'
        case 'container unpause -f' 'container unpause --filter' 'container unpause -l' 'container unpause --label'
        case 'container rm --filter' 'container rm --label'
        case 'container prune --filter'
        case 'container ls -f' 'container ls --filter' 'container ls --format' 'container ls -n' 'container ls --last'
        case 'container inspect --filter' 'container inspect -f' 'container inspect --format' 'container inspect -l' 'container inspect --label'
        case 'container logs --filter' 'container logs -l' 'container logs --label' 'container logs --since' 'container logs -n' 'container logs --tail' 'container logs --until'
        case 'container exec --detach-keys' 'container exec -e' 'container exec --env' 'container exec --env-file' 'container exec -f' 'container exec --filter' 'container exec -l' 'container exec --label' 'container exec -u' 'container exec --user' 'container exec -w' 'container exec --workdir'
        case 'container attach --detach-keys' 'container attach --sig-proxy'
        case 'container stats -f' 'container stats --filter' 'container stats --format' 'container stats -l' 'container stats --label'
        case 'container commit -a' 'container commit --author' 'container commit -c' 'container commit --change' 'container commit -m' 'container commit --message' 'container commit -p' 'container commit --pause'
        case 'container export -o' 'container export --output'
        case 'container update --blkio-weight' 'container update --cpu-period' 'container update --cpu-quota' 'container update --cpu-rt-period' 'container update --cpu-rt-runtime' 'container update -c' 'container update --cpu-shares' 'container update --cpus' 'container update --cpuset-cpus' 'container update --cpuset-mems' 'container update -m' 'container update --memory' 'container update --memory-reservation' 'container update --memory-swap' 'container update --pids-limit' 'container update --restart'
        case 'image ls -f' 'image ls --filter' 'image ls --format'
        case 'image cp --to'
        case 'image inspect -f' 'image inspect --format'
        case 'image prune --filter'
        case 'image history --format' 'image history -H' 'image history --human'
        case 'image save -o' 'image save --output'
        case 'image load -i' 'image load --input'
        case 'volume ls -f' 'volume ls --filter' 'volume ls --format'
        case 'volume inspect -f' 'volume inspect --format'
        case 'volume create -d' 'volume create --driver' 'volume create --label' 'volume create -o' 'volume create --opt'
        case 'volume prune --filter'
        case 'network ls -f' 'network ls --filter' 'network ls --format'
        case 'network inspect -f' 'network inspect --format'
        case 'network create --aux-address' 'network create -d' 'network create --driver' 'network create --gateway' 'network create --ip-range' 'network create --ipam-driver' 'network create --ipam-opt' 'network create --label' 'network create -o' 'network create --opt' 'network create --subnet'
        case 'network prune --filter'
        case 'network connect --alias' 'network connect --driver-opt' 'network connect --ip' 'network connect --ip6' 'network connect --link' 'network connect --link-local-ip'
        case 'system df --format'
        case 'system info -f' 'system info --format'
        case 'system prune --filter'
        case 'node ls --format'
        case 'node inspect -f' 'node inspect --format'
        case 'node update --label-add' 'node update --label-rm'
        case 'template ls --templates'
        case 'template show --templates'
        case 'user add --group' 'user add --users'
        case 'user ls --users'
        case 'user rm --users'
        case 'user token --expires' 'user token --revoke' 'user token --users'
        case 'key docker --expires' 'key docker --group' 'key docker --user'
        case 'agent --audit' 'agent --create-timeout' 'agent --detect' 'agent --docker' 'agent --docker-api' 'agent --docker-labels' 'agent --docker-listen' 'agent --docker-place' 'agent --docker-socket' 'agent --http' 'agent --http-anonymous' 'agent --label' 'agent --name' 'agent --policy' 'agent --templates' 'agent --tls-cert' 'agent --tls-key' 'agent --users'
        case 'events -f' 'events --filter' 'events --format' 'events --since' 'events --until'
        case '*'
            return 1
    end
end

function __herd_command # WORDS: the command that they name, under its first name
    switch "$argv"
        case 'create'
            echo 'container create'
        case 'run'
            echo 'container run'
        case 'start'
            echo 'container start'
        case 'stop'
            echo 'container stop'
        case 'restart'
            echo 'container restart'
        case 'kill'
            echo 'container kill'
        case 'pause'
            echo 'container pause'
        case 'unpause'
            echo 'container unpause'
        case 'wait'
            echo 'container wait'
        case 'rename'
            echo 'container rename'
        case 'container remove' 'rm'
            echo 'container rm'
        case 'container ps' 'container list' 'ps'
            echo 'container ls'
        case 'inspect'
            echo 'container inspect'
        case 'logs'
            echo 'container logs'
        case 'exec'
            echo 'container exec'
        case 'attach'
            echo 'container attach'
        case 'top'
            echo 'container top'
        case 'port'
            echo 'container port'
        case 'stats'
            echo 'container stats'
        case 'cp'
            echo 'container cp'
        case 'diff'
            echo 'container diff'
        case 'commit'
            echo 'container commit'
        case 'export'
            echo 'container export'
        case 'update'
            echo 'container update'
        case 'image images' 'images'
            echo 'image ls'
        case 'pull'
            echo 'image pull'
        case 'image remove' 'rmi'
            echo 'image rm'
        case 'tag'
            echo 'image tag'
        case 'history'
            echo 'image history'
        case 'save'
            echo 'image save'
        case 'load'
            echo 'image load'
        case 'push'
            echo 'image push'
        case 'volume list'
            echo 'volume ls'
        case 'volume remove'
            echo 'volume rm'
        case 'network list'
            echo 'network ls'
        case 'network remove'
            echo 'network rm'
        case 'df'
            echo 'system df'
        case 'info'
            echo 'system info'
        case 'node list'
            echo 'node ls'
        case 'template list'
            echo 'template ls'
        case 'user list'
            echo 'user ls'
        case 'user remove'
            echo 'user rm'
        case 'keep list'
            echo 'keep ls'
        case '*'
            echo "$argv"
    end
end

# Is the cursor behind this command, with so many operands between them?
function __herd_at # COMMAND [LEAST [MOST]]
    set -l command ''
    set -l count 0
    set -l flag
    set -l ended
    for word in (commandline -opc)[2..]
        if set -q flag[1]
            set flag
        else if set -q ended[1]; or not string match -q -r -- '^-.' $word
            if contains -- "$command" $__herd_groups
                set command (__herd_command (string trim -- "$command $word"))
            else
                set count (math $count + 1)
            end
        else if test $word = --
            set ended yes
        else if __herd_takes_value "$command" $word
            set flag $word
        end
    end
    test "$command" = "$argv[1]"
    and begin
        not set -q argv[2]
        or test $count -ge $argv[2]
    end
    and begin
        not set -q argv[3]
        or test $count -le $argv[3]
    end
end

# What a word means that is still being typed, maybe behind a quote.
function __herd_plain # WORD
    string unescape -- "$argv"
    or string unescape -- "$argv'"
    or string unescape -- "$argv\""
    or printf '%s\n' "$argv"
end

# The names of a kind that the live herd has, behind those that stand in the word already.
function __herd_names # NAMES [SEPARATOR]
    set -l words (commandline -opc)
    set -l word (__herd_plain (string replace -r -- '^--[^=]*=' '' (commandline -ct)))
    set -l lead
    if set -q argv[2]
        set lead (string match -r -- ".*$argv[2]" $word)
    end
    set -l asked
    set -l flag
    for given in $words[2..]
        set -l parts (string split -m 1 -- = $given)
        if set -q flag[1]
            set -a asked $flag $given
            set flag
        else if contains -- $given $__herd_handed
            set flag $given
        else if contains -- $parts[1] $__herd_handed
            set -a asked $parts
        end
    end
    set -l typed (string replace -- "$lead" '' "$word")
    for name in ($words[1] __complete $asked $argv[1] "$typed" 2>/dev/null </dev/null)
        # A tab would begin what is said of it, and fish puts a ~ in as it is.
        if not string match -q -r '^~|[[:cntrl:]]' -- "$lead$name"
            printf '%s\n' "$lead$name"
        end
    end
end

set -g __herd_groups '' 'container' 'image' 'volume' 'network' 'system' 'node' 'template' 'user' 'key' 'keep'
set -g __herd_handed --bind --cluster --config --deadline --join --keep --key --node --socket --templates

complete -c herd -f
complete -c herd -l bind -x -d 'Address to listen on for other members'
complete -c herd -l cluster -x -d 'Name of the herd'
complete -c herd -l config -r -F -d 'Configuration file'
complete -c herd -l deadline -x -d 'Time limit of each request, such as 500ms, 10s or 2m'
complete -c herd -l debug -d 'Show where an error came from'
complete -c herd -l direct -d 'Join the herd instead of asking this host\'s agent; --join implies it'
complete -c herd -s h -l help -d 'Show this help'
complete -c herd -l join -x -d 'Addresses of agents to join, separated by commas'
complete -c herd -l json -d 'Print one JSON object that accounts for every node'
complete -c herd -l keep -x -d 'Where no agent can be asked: stay in the herd in the background, until no command has come for so long; \'off\' joins for this one'
complete -c herd -l key -r -F -d 'File with the herd\'s key, made by \'herd key new FILE\'; without a key herd stays on loopback'
complete -c herd -l no-trunc -d 'Don\'t truncate output'
complete -c herd -l node -x -a '(__herd_names node ,)' -d 'Only this node; repeatable'
complete -c herd -s q -l quiet -d 'Only display IDs'
complete -c herd -l socket -x -d 'Unix socket of this host\'s agent'
complete -c herd -s v -l version -d 'Show the version'

complete -c herd -n '__herd_at ""' -a create -d 'Create one or more containers, spread evenly over the herd'
complete -c herd -n '__herd_at ""' -a run -d 'Create and run a new container, on the node that runs the fewest, or several'
complete -c herd -n '__herd_at ""' -a start -d 'Start one or more stopped containers, wherever they are'
complete -c herd -n '__herd_at ""' -a stop -d 'Stop one or more running containers, wherever they are'
complete -c herd -n '__herd_at ""' -a restart -d 'Restart one or more containers, wherever they are'
complete -c herd -n '__herd_at ""' -a kill -d 'Kill one or more running containers, or send them another signal'
complete -c herd -n '__herd_at ""' -a pause -d 'Pause all processes within one or more containers'
complete -c herd -n '__herd_at ""' -a unpause -d 'Unpause all processes within one or more containers'
complete -c herd -n '__herd_at ""' -a wait -d 'Block until one or more containers stop, then print their exit codes'
complete -c herd -n '__herd_at ""' -a rename -d 'Rename a container'
complete -c herd -n '__herd_at ""' -a rm -d 'Remove one or more containers, wherever they are'
complete -c herd -n '__herd_at ""' -a ps -d 'List the containers of all nodes'
complete -c herd -n '__herd_at ""' -a inspect -d 'Display detailed information on one or more containers'
complete -c herd -n '__herd_at ""' -a logs -d 'Fetch the logs of one or more containers; of several, each line has its container\'s name'
complete -c herd -n '__herd_at ""' -a exec -d 'Execute a command in a running container, or in several'
complete -c herd -n '__herd_at ""' -a attach -d 'Attach local standard input, output, and error streams to a running container'
complete -c herd -n '__herd_at ""' -a top -d 'Display the running processes of a container'
complete -c herd -n '__herd_at ""' -a port -d 'List port mappings or a specific mapping for the container'
complete -c herd -n '__herd_at ""' -a stats -d 'Display a live stream of resource usage: of these containers, or of all that run'
complete -c herd -n '__herd_at ""' -a cp -d 'Copy files/folders between a container and this host'
complete -c herd -n '__herd_at ""' -a diff -d 'Inspect changes to files or directories on a container\'s filesystem'
complete -c herd -n '__herd_at ""' -a commit -d 'Create a new image from a container\'s changes, on its node'
complete -c herd -n '__herd_at ""' -a export -d 'Export a container\'s filesystem as a tar archive'
complete -c herd -n '__herd_at ""' -a update -d 'Update configuration of one or more containers'
complete -c herd -n '__herd_at ""' -a images -d 'List the images of all nodes'
complete -c herd -n '__herd_at ""' -a pull -d 'Download an image from a registry to all nodes, with the login of \'docker login\' if there is one'
complete -c herd -n '__herd_at ""' -a rmi -d 'Remove one or more images from all nodes that have them'
complete -c herd -n '__herd_at ""' -a tag -d 'Create a tag that refers to an image, on all nodes that have it'
complete -c herd -n '__herd_at ""' -a history -d 'Show the history of an image'
complete -c herd -n '__herd_at ""' -a save -d 'Save one or more images to a tar archive, from a node that has them'
complete -c herd -n '__herd_at ""' -a load -d 'Load images from a tar archive or STDIN into all nodes'
complete -c herd -n '__herd_at ""' -a push -d 'Upload an image to a registry from a node that has it, with the login of \'docker login\' if there is one'
complete -c herd -n '__herd_at ""' -a df -d 'Show docker disk usage on all nodes'
complete -c herd -n '__herd_at ""' -a info -d 'Display system-wide information about all nodes'
complete -c herd -n '__herd_at ""' -a container -d 'Manage containers on any node'
complete -c herd -n '__herd_at ""' -a image -d 'Manage images on all nodes'
complete -c herd -n '__herd_at ""' -a volume -d 'Manage volumes on all nodes'
complete -c herd -n '__herd_at ""' -a network -d 'Manage networks on all nodes'
complete -c herd -n '__herd_at ""' -a system -d 'Manage the daemons of all nodes'
complete -c herd -n '__herd_at ""' -a node -d 'Manage the nodes of the herd'
complete -c herd -n '__herd_at ""' -a template -d 'See the templates for containers'
complete -c herd -n '__herd_at ""' -a user -d 'Manage the users who may ask this host\'s agent by HTTP'
complete -c herd -n '__herd_at ""' -a key -d 'Manage the herd\'s key'
complete -c herd -n '__herd_at ""' -a keep -d 'Stay in the herd where there is no agent'
complete -c herd -n '__herd_at ""' -a agent -d 'Run beside the Docker daemon of this host, as a member of the herd, until it is told to stop'
complete -c herd -n '__herd_at ""' -a doctor -d 'Find out what is wrong with the herd, and how to mend it'
complete -c herd -n '__herd_at ""' -a events -d 'Get real time events from all nodes, in one order by the daemons\' clocks'
complete -c herd -n '__herd_at ""' -a shell -d 'Run commands line by line, without \'herd\' in front, and stay joined in between'
complete -c herd -n '__herd_at ""' -a completion -d 'Print the script that completes herd\'s commands and names in a shell'
complete -c herd -n '__herd_at ""' -a help -d 'Show help for a command'
complete -c herd -n '__herd_at ""' -a version -d 'Show the version'

complete -c herd -n '__herd_at "container"' -a create -d 'Create one or more containers, spread evenly over the herd'
complete -c herd -n '__herd_at "container"' -a run -d 'Create and run a new container, on the node that runs the fewest, or several'
complete -c herd -n '__herd_at "container"' -a start -d 'Start one or more stopped containers, wherever they are'
complete -c herd -n '__herd_at "container"' -a stop -d 'Stop one or more running containers, wherever they are'
complete -c herd -n '__herd_at "container"' -a restart -d 'Restart one or more containers, wherever they are'
complete -c herd -n '__herd_at "container"' -a kill -d 'Kill one or more running containers, or send them another signal'
complete -c herd -n '__herd_at "container"' -a pause -d 'Pause all processes within one or more containers'
complete -c herd -n '__herd_at "container"' -a unpause -d 'Unpause all processes within one or more containers'
complete -c herd -n '__herd_at "container"' -a wait -d 'Block until one or more containers stop, then print their exit codes'
complete -c herd -n '__herd_at "container"' -a rename -d 'Rename a container'
complete -c herd -n '__herd_at "container"' -a rm -d 'Remove one or more containers, wherever they are'
complete -c herd -n '__herd_at "container"' -a prune -d 'Remove all stopped containers'
complete -c herd -n '__herd_at "container"' -a ls -d 'List the containers of all nodes'
complete -c herd -n '__herd_at "container"' -a inspect -d 'Display detailed information on one or more containers'
complete -c herd -n '__herd_at "container"' -a logs -d 'Fetch the logs of one or more containers; of several, each line has its container\'s name'
complete -c herd -n '__herd_at "container"' -a exec -d 'Execute a command in a running container, or in several'
complete -c herd -n '__herd_at "container"' -a attach -d 'Attach local standard input, output, and error streams to a running container'
complete -c herd -n '__herd_at "container"' -a top -d 'Display the running processes of a container'
complete -c herd -n '__herd_at "container"' -a port -d 'List port mappings or a specific mapping for the container'
complete -c herd -n '__herd_at "container"' -a stats -d 'Display a live stream of resource usage: of these containers, or of all that run'
complete -c herd -n '__herd_at "container"' -a cp -d 'Copy files/folders between a container and this host'
complete -c herd -n '__herd_at "container"' -a diff -d 'Inspect changes to files or directories on a container\'s filesystem'
complete -c herd -n '__herd_at "container"' -a commit -d 'Create a new image from a container\'s changes, on its node'
complete -c herd -n '__herd_at "container"' -a export -d 'Export a container\'s filesystem as a tar archive'
complete -c herd -n '__herd_at "container"' -a update -d 'Update configuration of one or more containers'

complete -c herd -n '__herd_at "container create" 0 0' -l add-host -x -d 'Add a custom host-to-IP mapping (host:ip); repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l all-or-nothing -d 'If not all containers can be created, remove those that were'
complete -c herd -n '__herd_at "container create" 0 0' -l annotation -x -d 'Add an annotation to the container (passed through to the OCI runtime); repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l blkio-weight -x -d 'Block IO (relative weight), between 10 and 1000, or 0 to disable'
complete -c herd -n '__herd_at "container create" 0 0' -l blkio-weight-device -x -d 'Block IO weight (relative device weight); repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l cap-add -x -d 'Add a Linux capability; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l cap-drop -x -d 'Drop a Linux capability; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l cgroup-parent -x -d 'Optional parent cgroup for the container'
complete -c herd -n '__herd_at "container create" 0 0' -l cgroupns -x -a 'host private' -d 'Cgroup namespace to use (host|private)'
complete -c herd -n '__herd_at "container create" 0 0' -l cidfile -r -F -d 'Write the container ID to the file'
complete -c herd -n '__herd_at "container create" 0 0' -l constraint -x -a '(__herd_names constraint)' -d 'Place only on nodes with node.labels.K==V, or !=V; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l cpu-period -x -d 'Limit CPU CFS (Completely Fair Scheduler) period'
complete -c herd -n '__herd_at "container create" 0 0' -l cpu-quota -x -d 'Limit CPU CFS (Completely Fair Scheduler) quota'
complete -c herd -n '__herd_at "container create" 0 0' -l cpu-rt-period -x -d 'Limit CPU real-time period in microseconds'
complete -c herd -n '__herd_at "container create" 0 0' -l cpu-rt-runtime -x -d 'Limit CPU real-time runtime in microseconds'
complete -c herd -n '__herd_at "container create" 0 0' -s c -l cpu-shares -x -d 'CPU shares (relative weight)'
complete -c herd -n '__herd_at "container create" 0 0' -l cpus -x -d 'Number of CPUs, such as 1.5'
complete -c herd -n '__herd_at "container create" 0 0' -l cpuset-cpus -x -d 'CPUs in which to allow execution (0-3, 0,1)'
complete -c herd -n '__herd_at "container create" 0 0' -l cpuset-mems -x -d 'MEMs in which to allow execution (0-3, 0,1)'
complete -c herd -n '__herd_at "container create" 0 0' -l create-timeout -x -d 'Time limit for creating one container'
complete -c herd -n '__herd_at "container create" 0 0' -l device -x -d 'Add a host device to the container; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l device-cgroup-rule -x -d 'Add a rule to the cgroup allowed devices list; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l device-read-bps -x -d 'Limit read rate (bytes per second) from a device; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l device-read-iops -x -d 'Limit read rate (IO per second) from a device; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l device-write-bps -x -d 'Limit write rate (bytes per second) to a device; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l device-write-iops -x -d 'Limit write rate (IO per second) to a device; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l dns -x -d 'Set a custom DNS server; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l dns-option -l dns-opt -x -d 'Set DNS options; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l dns-search -x -d 'Set custom DNS search domains; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l domainname -x -d 'Container NIS domain name'
complete -c herd -n '__herd_at "container create" 0 0' -l dry-run -d 'Only show what would be created, and on which nodes'
complete -c herd -n '__herd_at "container create" 0 0' -l entrypoint -x -d 'Overwrite the default ENTRYPOINT of the image'
complete -c herd -n '__herd_at "container create" 0 0' -s e -l env -x -d 'Set an environment variable; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l env-file -r -F -d 'Read in a file of environment variables; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l expose -x -d 'Expose a port or a range of ports; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l gpus -x -d 'GPU devices to add to the container (\'all\' to pass all GPUs); repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l group-add -x -d 'Add an additional group to join; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l health-cmd -x -d 'Command to run to check health'
complete -c herd -n '__herd_at "container create" 0 0' -l health-interval -x -d 'Time between running the check (ms|s|m|h)'
complete -c herd -n '__herd_at "container create" 0 0' -l health-retries -x -d 'Consecutive failures needed to report unhealthy'
complete -c herd -n '__herd_at "container create" 0 0' -l health-start-interval -x -d 'Time between running the check during the start period (ms|s|m|h)'
complete -c herd -n '__herd_at "container create" 0 0' -l health-start-period -x -d 'Start period for the container to initialize before starting health-retries countdown (ms|s|m|h)'
complete -c herd -n '__herd_at "container create" 0 0' -l health-timeout -x -d 'Maximum time to allow one check to run (ms|s|m|h)'
complete -c herd -n '__herd_at "container create" 0 0' -l hostname -x -d 'Container host name'
complete -c herd -n '__herd_at "container create" 0 0' -l image -x -a '(__herd_names image)' -d 'Create from this image'
complete -c herd -n '__herd_at "container create" 0 0' -l init -d 'Run an init inside the container that forwards signals and reaps processes'
complete -c herd -n '__herd_at "container create" 0 0' -s n -l instances -x -d 'Number of containers to create'
complete -c herd -n '__herd_at "container create" 0 0' -s i -l interactive -d 'Keep STDIN open even if not attached'
complete -c herd -n '__herd_at "container create" 0 0' -l ip -x -d 'IPv4 address (e.g., 172.30.100.104)'
complete -c herd -n '__herd_at "container create" 0 0' -l ip6 -x -d 'IPv6 address (e.g., 2001:db8::33)'
complete -c herd -n '__herd_at "container create" 0 0' -l ipc -x -d 'IPC mode to use'
complete -c herd -n '__herd_at "container create" 0 0' -l isolation -x -d 'Container isolation technology'
complete -c herd -n '__herd_at "container create" 0 0' -s l -l label -x -d 'Set meta data on a container; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l label-file -r -F -d 'Read in a line delimited file of labels; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l link -x -d 'Add link to another container of its host; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l link-local-ip -x -d 'Container IPv4/IPv6 link-local addresses; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l log-driver -x -d 'Logging driver for the container'
complete -c herd -n '__herd_at "container create" 0 0' -l log-opt -x -d 'Option of the log driver; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l mac-address -x -d 'Container MAC address (e.g., 92:d0:c6:0a:29:33)'
complete -c herd -n '__herd_at "container create" 0 0' -s m -l memory -x -d 'Memory limit, such as 512m or 2g'
complete -c herd -n '__herd_at "container create" 0 0' -l memory-reservation -x -d 'Memory soft limit'
complete -c herd -n '__herd_at "container create" 0 0' -l memory-swap -x -d 'Swap limit equal to memory plus swap: \'-1\' to enable unlimited swap'
complete -c herd -n '__herd_at "container create" 0 0' -l memory-swappiness -x -d 'Tune container memory swappiness (0 to 100)'
complete -c herd -n '__herd_at "container create" 0 0' -l mount -x -d 'Attach a filesystem mount to the container, such as type=volume,source=data,target=/data; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l name -x -d 'The container\'s name; with several instances NAME-1, NAME-2 …, unless it has ${instance} or ${node}'
complete -c herd -n '__herd_at "container create" 0 0' -l network -l net -x -a '(__herd_names attachable)' -d 'Connect the container to a network of its host; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l network-alias -l net-alias -x -d 'Add a network-scoped alias for the container; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l no-healthcheck -d 'Disable any container-specified HEALTHCHECK'
complete -c herd -n '__herd_at "container create" 0 0' -l oom-kill-disable -d 'Disable OOM Killer'
complete -c herd -n '__herd_at "container create" 0 0' -l oom-score-adj -x -d 'Tune host\'s OOM preferences (-1000 to 1000)'
complete -c herd -n '__herd_at "container create" 0 0' -l pid -x -d 'PID namespace to use'
complete -c herd -n '__herd_at "container create" 0 0' -l pids-limit -x -d 'Tune container pids limit (set -1 for unlimited)'
complete -c herd -n '__herd_at "container create" 0 0' -l privileged -d 'Give extended privileges to the container'
complete -c herd -n '__herd_at "container create" 0 0' -s p -l publish -x -d 'Publish a container\'s port to its host; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -s P -l publish-all -d 'Publish all exposed ports to random ports'
complete -c herd -n '__herd_at "container create" 0 0' -l raw -r -F -d 'Create from a file with a Docker API create request; - is standard input'
complete -c herd -n '__herd_at "container create" 0 0' -l read-only -d 'Mount the container\'s root filesystem as read only'
complete -c herd -n '__herd_at "container create" 0 0' -l request-id -x -d 'Make the command safe to repeat: with the same ID only what is missing is created'
complete -c herd -n '__herd_at "container create" 0 0' -l restart -x -a 'no always unless-stopped on-failure on-failure:' -d 'Restart policy: no, always, unless-stopped or on-failure[:TIMES]'
complete -c herd -n '__herd_at "container create" 0 0' -l rm -d 'Automatically remove the container when it exits'
complete -c herd -n '__herd_at "container create" 0 0' -l runtime -x -d 'Runtime to use for this container'
complete -c herd -n '__herd_at "container create" 0 0' -l security-opt -x -d 'Security option, such as no-new-privileges; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l set -x -d 'Put V where the template or the name has ${K}; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l shm-size -x -d 'Size of /dev/shm'
complete -c herd -n '__herd_at "container create" 0 0' -l start -d 'Start the containers, too'
complete -c herd -n '__herd_at "container create" 0 0' -l stop-signal -x -a 'ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' -d 'Signal to stop the container'
complete -c herd -n '__herd_at "container create" 0 0' -l stop-timeout -x -d 'Timeout (in seconds) to stop a container'
complete -c herd -n '__herd_at "container create" 0 0' -l storage-opt -x -d 'Storage driver options for the container; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l sysctl -x -d 'Sysctl options; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l template -x -a '(__herd_names template)' -d 'Create from this template'
complete -c herd -n '__herd_at "container create" 0 0' -l templates -x -a '(__fish_complete_directories)' -d 'Directories to search for templates first, separated by colons'
complete -c herd -n '__herd_at "container create" 0 0' -l tmpfs -x -d 'Mount a tmpfs directory; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -s t -l tty -d 'Allocate a pseudo-TTY'
complete -c herd -n '__herd_at "container create" 0 0' -l ulimit -x -d 'Ulimit options; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -s u -l user -x -d 'Username or UID (format: NAME|UID[:GROUP|GID])'
complete -c herd -n '__herd_at "container create" 0 0' -l userns -x -d 'User namespace to use'
complete -c herd -n '__herd_at "container create" 0 0' -l uts -x -d 'UTS namespace to use'
complete -c herd -n '__herd_at "container create" 0 0' -s v -l volume -x -d 'Bind mount a volume, or a directory of the container\'s host; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -l volume-driver -x -d 'Optional volume driver for the container'
complete -c herd -n '__herd_at "container create" 0 0' -l volumes-from -x -d 'Mount volumes from the specified container(s) of its host; repeatable'
complete -c herd -n '__herd_at "container create" 0 0' -s w -l workdir -x -d 'Working directory inside the container'
complete -c herd -n '__herd_at "container create" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "container run" 0 0' -l add-host -x -d 'Add a custom host-to-IP mapping (host:ip); repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l all-nodes -d 'Run one container on each node'
complete -c herd -n '__herd_at "container run" 0 0' -l annotation -x -d 'Add an annotation to the container (passed through to the OCI runtime); repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l blkio-weight -x -d 'Block IO (relative weight), between 10 and 1000, or 0 to disable'
complete -c herd -n '__herd_at "container run" 0 0' -l blkio-weight-device -x -d 'Block IO weight (relative device weight); repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l cap-add -x -d 'Add a Linux capability; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l cap-drop -x -d 'Drop a Linux capability; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l cgroup-parent -x -d 'Optional parent cgroup for the container'
complete -c herd -n '__herd_at "container run" 0 0' -l cgroupns -x -a 'host private' -d 'Cgroup namespace to use (host|private)'
complete -c herd -n '__herd_at "container run" 0 0' -l cidfile -r -F -d 'Write the container ID to the file'
complete -c herd -n '__herd_at "container run" 0 0' -l constraint -x -a '(__herd_names constraint)' -d 'Place only on nodes with node.labels.K==V, or !=V; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l cpu-period -x -d 'Limit CPU CFS (Completely Fair Scheduler) period'
complete -c herd -n '__herd_at "container run" 0 0' -l cpu-quota -x -d 'Limit CPU CFS (Completely Fair Scheduler) quota'
complete -c herd -n '__herd_at "container run" 0 0' -l cpu-rt-period -x -d 'Limit CPU real-time period in microseconds'
complete -c herd -n '__herd_at "container run" 0 0' -l cpu-rt-runtime -x -d 'Limit CPU real-time runtime in microseconds'
complete -c herd -n '__herd_at "container run" 0 0' -s c -l cpu-shares -x -d 'CPU shares (relative weight)'
complete -c herd -n '__herd_at "container run" 0 0' -l cpus -x -d 'Number of CPUs, such as 1.5'
complete -c herd -n '__herd_at "container run" 0 0' -l cpuset-cpus -x -d 'CPUs in which to allow execution (0-3, 0,1)'
complete -c herd -n '__herd_at "container run" 0 0' -l cpuset-mems -x -d 'MEMs in which to allow execution (0-3, 0,1)'
complete -c herd -n '__herd_at "container run" 0 0' -s d -l detach -d 'Run the container in the background and print its ID'
complete -c herd -n '__herd_at "container run" 0 0' -l detach-keys -x -d 'Override the key sequence for detaching a container, such as ctrl-a,q'
complete -c herd -n '__herd_at "container run" 0 0' -l device -x -d 'Add a host device to the container; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l device-cgroup-rule -x -d 'Add a rule to the cgroup allowed devices list; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l device-read-bps -x -d 'Limit read rate (bytes per second) from a device; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l device-read-iops -x -d 'Limit read rate (IO per second) from a device; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l device-write-bps -x -d 'Limit write rate (bytes per second) to a device; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l device-write-iops -x -d 'Limit write rate (IO per second) to a device; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l dns -x -d 'Set a custom DNS server; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l dns-option -l dns-opt -x -d 'Set DNS options; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l dns-search -x -d 'Set custom DNS search domains; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l domainname -x -d 'Container NIS domain name'
complete -c herd -n '__herd_at "container run" 0 0' -l entrypoint -x -d 'Overwrite the default ENTRYPOINT of the image'
complete -c herd -n '__herd_at "container run" 0 0' -s e -l env -x -d 'Set an environment variable; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l env-file -r -F -d 'Read in a file of environment variables; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l expose -x -d 'Expose a port or a range of ports; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l gpus -x -d 'GPU devices to add to the container (\'all\' to pass all GPUs); repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l group-add -x -d 'Add an additional group to join; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l health-cmd -x -d 'Command to run to check health'
complete -c herd -n '__herd_at "container run" 0 0' -l health-interval -x -d 'Time between running the check (ms|s|m|h)'
complete -c herd -n '__herd_at "container run" 0 0' -l health-retries -x -d 'Consecutive failures needed to report unhealthy'
complete -c herd -n '__herd_at "container run" 0 0' -l health-start-interval -x -d 'Time between running the check during the start period (ms|s|m|h)'
complete -c herd -n '__herd_at "container run" 0 0' -l health-start-period -x -d 'Start period for the container to initialize before starting health-retries countdown (ms|s|m|h)'
complete -c herd -n '__herd_at "container run" 0 0' -l health-timeout -x -d 'Maximum time to allow one check to run (ms|s|m|h)'
complete -c herd -n '__herd_at "container run" 0 0' -l hostname -x -d 'Container host name'
complete -c herd -n '__herd_at "container run" 0 0' -l init -d 'Run an init inside the container that forwards signals and reaps processes'
complete -c herd -n '__herd_at "container run" 0 0' -s n -l instances -x -d 'Number of containers to run, spread evenly over the nodes'
complete -c herd -n '__herd_at "container run" 0 0' -s i -l interactive -d 'Keep STDIN open even if not attached'
complete -c herd -n '__herd_at "container run" 0 0' -l ip -x -d 'IPv4 address (e.g., 172.30.100.104)'
complete -c herd -n '__herd_at "container run" 0 0' -l ip6 -x -d 'IPv6 address (e.g., 2001:db8::33)'
complete -c herd -n '__herd_at "container run" 0 0' -l ipc -x -d 'IPC mode to use'
complete -c herd -n '__herd_at "container run" 0 0' -l isolation -x -d 'Container isolation technology'
complete -c herd -n '__herd_at "container run" 0 0' -s l -l label -x -d 'Set meta data on a container; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l label-file -r -F -d 'Read in a line delimited file of labels; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l link -x -d 'Add link to another container of its host; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l link-local-ip -x -d 'Container IPv4/IPv6 link-local addresses; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l log-driver -x -d 'Logging driver for the container'
complete -c herd -n '__herd_at "container run" 0 0' -l log-opt -x -d 'Option of the log driver; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l mac-address -x -d 'Container MAC address (e.g., 92:d0:c6:0a:29:33)'
complete -c herd -n '__herd_at "container run" 0 0' -s m -l memory -x -d 'Memory limit, such as 512m or 2g'
complete -c herd -n '__herd_at "container run" 0 0' -l memory-reservation -x -d 'Memory soft limit'
complete -c herd -n '__herd_at "container run" 0 0' -l memory-swap -x -d 'Swap limit equal to memory plus swap: \'-1\' to enable unlimited swap'
complete -c herd -n '__herd_at "container run" 0 0' -l memory-swappiness -x -d 'Tune container memory swappiness (0 to 100)'
complete -c herd -n '__herd_at "container run" 0 0' -l mount -x -d 'Attach a filesystem mount to the container, such as type=volume,source=data,target=/data; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l name -x -d 'The container\'s name; with several instances NAME-1, NAME-2 …, unless it has ${instance} or ${node}'
complete -c herd -n '__herd_at "container run" 0 0' -l network -l net -x -a '(__herd_names attachable)' -d 'Connect the container to a network of its host; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l network-alias -l net-alias -x -d 'Add a network-scoped alias for the container; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l no-healthcheck -d 'Disable any container-specified HEALTHCHECK'
complete -c herd -n '__herd_at "container run" 0 0' -l oom-kill-disable -d 'Disable OOM Killer'
complete -c herd -n '__herd_at "container run" 0 0' -l oom-score-adj -x -d 'Tune host\'s OOM preferences (-1000 to 1000)'
complete -c herd -n '__herd_at "container run" 0 0' -l pid -x -d 'PID namespace to use'
complete -c herd -n '__herd_at "container run" 0 0' -l pids-limit -x -d 'Tune container pids limit (set -1 for unlimited)'
complete -c herd -n '__herd_at "container run" 0 0' -l privileged -d 'Give extended privileges to the container'
complete -c herd -n '__herd_at "container run" 0 0' -s p -l publish -x -d 'Publish a container\'s port to its host; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -s P -l publish-all -d 'Publish all exposed ports to random ports'
complete -c herd -n '__herd_at "container run" 0 0' -l pull -x -a 'missing always never' -d 'When to pull the image before running'
complete -c herd -n '__herd_at "container run" 0 0' -l read-only -d 'Mount the container\'s root filesystem as read only'
complete -c herd -n '__herd_at "container run" 0 0' -l restart -x -a 'no always unless-stopped on-failure on-failure:' -d 'Restart policy: no, always, unless-stopped or on-failure[:TIMES]'
complete -c herd -n '__herd_at "container run" 0 0' -l rm -d 'Automatically remove the container when it exits'
complete -c herd -n '__herd_at "container run" 0 0' -l runtime -x -d 'Runtime to use for this container'
complete -c herd -n '__herd_at "container run" 0 0' -l security-opt -x -d 'Security option, such as no-new-privileges; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l set -x -d 'Put V where the template or the name has ${K}; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l shm-size -x -d 'Size of /dev/shm'
complete -c herd -n '__herd_at "container run" 0 0' -l sig-proxy -x -a 'true false' -d 'Proxy received signals to the process'
complete -c herd -n '__herd_at "container run" 0 0' -l stop-signal -x -a 'ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' -d 'Signal to stop the container'
complete -c herd -n '__herd_at "container run" 0 0' -l stop-timeout -x -d 'Timeout (in seconds) to stop a container'
complete -c herd -n '__herd_at "container run" 0 0' -l storage-opt -x -d 'Storage driver options for the container; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l sysctl -x -d 'Sysctl options; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l template -x -a '(__herd_names template)' -d 'Run from this template instead of an image'
complete -c herd -n '__herd_at "container run" 0 0' -l templates -x -a '(__fish_complete_directories)' -d 'Directories to search for templates first, separated by colons'
complete -c herd -n '__herd_at "container run" 0 0' -l tmpfs -x -d 'Mount a tmpfs directory; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -s t -l tty -d 'Allocate a pseudo-TTY'
complete -c herd -n '__herd_at "container run" 0 0' -l ulimit -x -d 'Ulimit options; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -s u -l user -x -d 'Username or UID (format: NAME|UID[:GROUP|GID])'
complete -c herd -n '__herd_at "container run" 0 0' -l userns -x -d 'User namespace to use'
complete -c herd -n '__herd_at "container run" 0 0' -l uts -x -d 'UTS namespace to use'
complete -c herd -n '__herd_at "container run" 0 0' -s v -l volume -x -d 'Bind mount a volume, or a directory of the container\'s host; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l volume-driver -x -d 'Optional volume driver for the container'
complete -c herd -n '__herd_at "container run" 0 0' -l volumes-from -x -d 'Mount volumes from the specified container(s) of its host; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -s w -l workdir -x -d 'Working directory inside the container'
complete -c herd -n '__herd_at "container run" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "container start"' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container start"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container start" 0' -a '(__herd_names stopped)'

complete -c herd -n '__herd_at "container stop"' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container stop"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container stop"' -s s -l signal -x -a 'ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' -d 'Signal to send to the container'
complete -c herd -n '__herd_at "container stop"' -s t -l timeout -l time -x -d 'Seconds to wait before killing the container, or -1 for no limit'
complete -c herd -n '__herd_at "container stop" 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container restart"' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container restart"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container restart"' -s s -l signal -x -a 'ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' -d 'Signal to send to the container'
complete -c herd -n '__herd_at "container restart"' -s t -l timeout -l time -x -d 'Seconds to wait before killing the container, or -1 for no limit'
complete -c herd -n '__herd_at "container restart" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container kill"' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container kill"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container kill"' -s s -l signal -x -a 'ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' -d 'Signal to send to the container'
complete -c herd -n '__herd_at "container kill" 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container pause"' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container pause"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container pause" 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container unpause"' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container unpause"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container unpause" 0' -a '(__herd_names paused)'

complete -c herd -n '__herd_at "container wait" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container rename" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container rm"' -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container rm"' -s f -l force -d 'Force the removal of a running container (uses SIGKILL)'
complete -c herd -n '__herd_at "container rm"' -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container rm"' -s v -l volumes -d 'Remove anonymous volumes associated with the container'
complete -c herd -n '__herd_at "container rm" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container prune"' -l filter -x -a 'label= until=' -d 'Provide filter values (e.g'
complete -c herd -n '__herd_at "container prune"' -s f -l force -d 'Do not prompt for confirmation'

complete -c herd -n '__herd_at "container ls"' -s a -l all -d 'Show all containers (default shows just running)'
complete -c herd -n '__herd_at "container ls"' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Filter output based on conditions provided; repeatable'
complete -c herd -n '__herd_at "container ls"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''
complete -c herd -n '__herd_at "container ls"' -s n -l last -x -d 'Show N last created containers (includes all states)'
complete -c herd -n '__herd_at "container ls"' -s l -l latest -d 'Show the latest created container (includes all states)'
complete -c herd -n '__herd_at "container ls"' -l mine -d 'Show only your own'
complete -c herd -n '__herd_at "container ls"' -l owner -d 'Show whose they are'
complete -c herd -n '__herd_at "container ls"' -s s -l size -d 'Display total file sizes'

complete -c herd -n '__herd_at "container inspect"' -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container inspect"' -s f -l format -x -d 'Format output using a custom template: json, or a template such as \'{{.State.Status}}\', \'{{json .Config}}\' or \'{{index .Config.Labels "key"}}\''
complete -c herd -n '__herd_at "container inspect"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container inspect"' -s s -l size -d 'Display total file sizes'
complete -c herd -n '__herd_at "container inspect" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container logs"' -l details -d 'Show extra details provided to logs'
complete -c herd -n '__herd_at "container logs"' -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container logs"' -s f -l follow -d 'Follow log output'
complete -c herd -n '__herd_at "container logs"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container logs"' -l since -x -d 'Show logs since a timestamp, such as 2026-01-31T12:00:00, or relative, such as 10m'
complete -c herd -n '__herd_at "container logs"' -s n -l tail -x -d 'Number of lines to show from the end of the logs, or all'
complete -c herd -n '__herd_at "container logs"' -s t -l timestamps -d 'Show timestamps'
complete -c herd -n '__herd_at "container logs"' -l until -x -d 'Show logs before a timestamp, or relative, such as 10m'
complete -c herd -n '__herd_at "container logs" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container exec" 0 0' -l all -d 'Instead of CONTAINER: all containers that run'
complete -c herd -n '__herd_at "container exec" 0 0' -s d -l detach -d 'Detached mode: run command in the background'
complete -c herd -n '__herd_at "container exec" 0 0' -l detach-keys -x -d 'Override the key sequence for detaching a container, such as ctrl-a,q'
complete -c herd -n '__herd_at "container exec" 0 0' -s e -l env -x -d 'Set an environment variable; repeatable'
complete -c herd -n '__herd_at "container exec" 0 0' -l env-file -r -F -d 'Read in a file of environment variables; repeatable'
complete -c herd -n '__herd_at "container exec" 0 0' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container exec" 0 0' -s i -l interactive -d 'Keep STDIN open even if not attached'
complete -c herd -n '__herd_at "container exec" 0 0' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container exec" 0 0' -l privileged -d 'Give extended privileges to the command'
complete -c herd -n '__herd_at "container exec" 0 0' -s t -l tty -d 'Allocate a pseudo-TTY'
complete -c herd -n '__herd_at "container exec" 0 0' -s u -l user -x -d 'Username or UID (format: NAME|UID[:GROUP|GID])'
complete -c herd -n '__herd_at "container exec" 0 0' -s w -l workdir -x -d 'Working directory inside the container'
complete -c herd -n '__herd_at "container exec" 0 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container attach"' -l detach-keys -x -d 'Override the key sequence for detaching a container, such as ctrl-a,q'
complete -c herd -n '__herd_at "container attach"' -l no-stdin -d 'Do not attach STDIN'
complete -c herd -n '__herd_at "container attach"' -l sig-proxy -x -a 'true false' -d 'Proxy received signals to the process'
complete -c herd -n '__herd_at "container attach" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container top" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container port" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container stats"' -s f -l filter -x -a 'ancestor= before= exited= expose= health=healthy health=none health=starting health=unhealthy id= label= name= network= publish= since= status=created status=dead status=exited status=paused status=removing status=restarting status=running volume=' -d 'Instead of CONTAINER: all containers that fit; repeatable'
complete -c herd -n '__herd_at "container stats"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''
complete -c herd -n '__herd_at "container stats"' -s l -l label -x -d 'The same as --filter label=KEY[=VALUE]; repeatable'
complete -c herd -n '__herd_at "container stats"' -l no-stream -d 'Disable streaming stats and only pull the first result'
complete -c herd -n '__herd_at "container stats" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container cp"' -s a -l archive -d 'Archive mode: copy all uid/gid information'
complete -c herd -n '__herd_at "container cp"' -s L -l follow-link -d 'Always follow a symbolic link in the source'
complete -c herd -n '__herd_at "container cp" 0 0' -F
complete -c herd -n '__herd_at "container cp" 1 1' -F

complete -c herd -n '__herd_at "container diff" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container commit"' -s a -l author -x -d 'Author (e.g., \'John Hannibal Smith <hannibal@a-team.com>\')'
complete -c herd -n '__herd_at "container commit"' -s c -l change -x -d 'Apply Dockerfile instruction to the created image; repeatable'
complete -c herd -n '__herd_at "container commit"' -s m -l message -x -d 'Commit message'
complete -c herd -n '__herd_at "container commit"' -s p -l pause -x -a 'true false' -d 'Pause container during commit'
complete -c herd -n '__herd_at "container commit" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container export"' -s o -l output -r -F -d 'Write to a file, instead of STDOUT'
complete -c herd -n '__herd_at "container export" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container update"' -l blkio-weight -x -d 'Block IO (relative weight), between 10 and 1000, or 0 to disable'
complete -c herd -n '__herd_at "container update"' -l cpu-period -x -d 'Limit CPU CFS (Completely Fair Scheduler) period'
complete -c herd -n '__herd_at "container update"' -l cpu-quota -x -d 'Limit CPU CFS (Completely Fair Scheduler) quota'
complete -c herd -n '__herd_at "container update"' -l cpu-rt-period -x -d 'Limit CPU real-time period in microseconds'
complete -c herd -n '__herd_at "container update"' -l cpu-rt-runtime -x -d 'Limit CPU real-time runtime in microseconds'
complete -c herd -n '__herd_at "container update"' -s c -l cpu-shares -x -d 'CPU shares (relative weight)'
complete -c herd -n '__herd_at "container update"' -l cpus -x -d 'Number of CPUs, such as 1.5'
complete -c herd -n '__herd_at "container update"' -l cpuset-cpus -x -d 'CPUs in which to allow execution (0-3, 0,1)'
complete -c herd -n '__herd_at "container update"' -l cpuset-mems -x -d 'MEMs in which to allow execution (0-3, 0,1)'
complete -c herd -n '__herd_at "container update"' -s m -l memory -x -d 'Memory limit, such as 512m or 2g'
complete -c herd -n '__herd_at "container update"' -l memory-reservation -x -d 'Memory soft limit'
complete -c herd -n '__herd_at "container update"' -l memory-swap -x -d 'Swap limit equal to memory plus swap: \'-1\' to enable unlimited swap'
complete -c herd -n '__herd_at "container update"' -l pids-limit -x -d 'Tune container pids limit (set -1 for unlimited)'
complete -c herd -n '__herd_at "container update"' -l restart -x -a 'no always unless-stopped on-failure on-failure:' -d 'Restart policy to apply: no, always, unless-stopped, on-failure[:TIMES]'
complete -c herd -n '__herd_at "container update" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "image"' -a ls -d 'List the images of all nodes'
complete -c herd -n '__herd_at "image"' -a pull -d 'Download an image from a registry to all nodes, with the login of \'docker login\' if there is one'
complete -c herd -n '__herd_at "image"' -a cp -d 'Copy an image to nodes that lack it from those that have it, without a registry'
complete -c herd -n '__herd_at "image"' -a inspect -d 'Display detailed information on one or more images'
complete -c herd -n '__herd_at "image"' -a rm -d 'Remove one or more images from all nodes that have them'
complete -c herd -n '__herd_at "image"' -a prune -d 'Remove unused images: those without a name that no container uses'
complete -c herd -n '__herd_at "image"' -a tag -d 'Create a tag that refers to an image, on all nodes that have it'
complete -c herd -n '__herd_at "image"' -a history -d 'Show the history of an image'
complete -c herd -n '__herd_at "image"' -a save -d 'Save one or more images to a tar archive, from a node that has them'
complete -c herd -n '__herd_at "image"' -a load -d 'Load images from a tar archive or STDIN into all nodes'
complete -c herd -n '__herd_at "image"' -a push -d 'Upload an image to a registry from a node that has it, with the login of \'docker login\' if there is one'

complete -c herd -n '__herd_at "image ls"' -s a -l all -d 'Show all images (default hides intermediate images)'
complete -c herd -n '__herd_at "image ls"' -l digests -d 'Show digests'
complete -c herd -n '__herd_at "image ls"' -s f -l filter -x -a 'before= dangling=false dangling=true label= reference= since= until=' -d 'Filter output based on conditions provided; repeatable'
complete -c herd -n '__herd_at "image ls"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''

complete -c herd -n '__herd_at "image pull" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image cp"' -l all -d 'All nodes are to have it'
complete -c herd -n '__herd_at "image cp"' -l to -x -a '(__herd_names node ,)' -d 'A node that is to have it; repeatable, several with commas'
complete -c herd -n '__herd_at "image cp" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image inspect"' -s f -l format -x -d 'Format output using a custom template: json, or a template such as \'{{.State.Status}}\', \'{{json .Config}}\' or \'{{index .Config.Labels "key"}}\''
complete -c herd -n '__herd_at "image inspect" 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image rm"' -s f -l force -d 'Force removal of the image, also if it has other names or a stopped container uses it'
complete -c herd -n '__herd_at "image rm" 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image prune"' -s a -l all -d 'Remove all unused images, not just dangling ones'
complete -c herd -n '__herd_at "image prune"' -l filter -x -a 'label= until=' -d 'Provide filter values (e.g'
complete -c herd -n '__herd_at "image prune"' -s f -l force -d 'Do not prompt for confirmation'

complete -c herd -n '__herd_at "image tag" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image history"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''
complete -c herd -n '__herd_at "image history"' -s H -l human -x -a 'true false' -d 'Print sizes and dates in human readable format'
complete -c herd -n '__herd_at "image history" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image save"' -s o -l output -r -F -d 'Write to a file, instead of STDOUT'
complete -c herd -n '__herd_at "image save" 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image load"' -s i -l input -r -F -d 'Read from tar archive file, instead of STDIN'

complete -c herd -n '__herd_at "image push" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "volume"' -a ls -d 'List the volumes of all nodes'
complete -c herd -n '__herd_at "volume"' -a inspect -d 'Display detailed information on one or more volumes'
complete -c herd -n '__herd_at "volume"' -a create -d 'Create a volume on each node'
complete -c herd -n '__herd_at "volume"' -a rm -d 'Remove one or more volumes'
complete -c herd -n '__herd_at "volume"' -a prune -d 'Remove unused anonymous volumes from all nodes'

complete -c herd -n '__herd_at "volume ls"' -s f -l filter -x -a 'dangling=false dangling=true driver= label= name=' -d 'Filter output based on conditions provided; repeatable'
complete -c herd -n '__herd_at "volume ls"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''

complete -c herd -n '__herd_at "volume inspect"' -s f -l format -x -d 'Format output using a custom template: json, or a template such as \'{{.State.Status}}\', \'{{json .Config}}\' or \'{{index .Config.Labels "key"}}\''
complete -c herd -n '__herd_at "volume inspect" 0' -a '(__herd_names volume)'

complete -c herd -n '__herd_at "volume create"' -s d -l driver -x -d 'Specify volume driver name'
complete -c herd -n '__herd_at "volume create"' -l label -x -d 'Set metadata for a volume; repeatable'
complete -c herd -n '__herd_at "volume create"' -s o -l opt -x -d 'Set driver specific options; repeatable'

complete -c herd -n '__herd_at "volume rm"' -s f -l force -d 'Force the removal of one or more volumes; it is no error that one is not there'
complete -c herd -n '__herd_at "volume rm" 0' -a '(__herd_names volume)'

complete -c herd -n '__herd_at "volume prune"' -s a -l all -d 'Remove all unused volumes, not just anonymous ones'
complete -c herd -n '__herd_at "volume prune"' -l filter -x -a 'label=' -d 'Provide filter values (e.g'
complete -c herd -n '__herd_at "volume prune"' -s f -l force -d 'Do not prompt for confirmation'

complete -c herd -n '__herd_at "network"' -a ls -d 'List the networks of all nodes'
complete -c herd -n '__herd_at "network"' -a inspect -d 'Display detailed information on one or more networks'
complete -c herd -n '__herd_at "network"' -a create -d 'Create a network on each node'
complete -c herd -n '__herd_at "network"' -a rm -d 'Remove one or more networks from all nodes that have them'
complete -c herd -n '__herd_at "network"' -a prune -d 'Remove all unused networks from all nodes'
complete -c herd -n '__herd_at "network"' -a connect -d 'Connect a container to a network of its node'
complete -c herd -n '__herd_at "network"' -a disconnect -d 'Disconnect a container from a network'

complete -c herd -n '__herd_at "network ls"' -s f -l filter -x -a 'dangling=false dangling=true driver= id= label= name= scope=global scope=local scope=swarm type=builtin type=custom' -d 'Filter output based on conditions provided; repeatable'
complete -c herd -n '__herd_at "network ls"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''

complete -c herd -n '__herd_at "network inspect"' -s f -l format -x -d 'Format output using a custom template: json, or a template such as \'{{.State.Status}}\', \'{{json .Config}}\' or \'{{index .Config.Labels "key"}}\''
complete -c herd -n '__herd_at "network inspect" 0' -a '(__herd_names network)'

complete -c herd -n '__herd_at "network create"' -l attachable -d 'Enable manual container attachment'
complete -c herd -n '__herd_at "network create"' -l aux-address -x -d 'Auxiliary IPv4 or IPv6 addresses used by Network driver; repeatable'
complete -c herd -n '__herd_at "network create"' -s d -l driver -x -d 'Driver to manage the Network'
complete -c herd -n '__herd_at "network create"' -l gateway -x -d 'IPv4 or IPv6 Gateway for the master subnet; repeatable'
complete -c herd -n '__herd_at "network create"' -l internal -d 'Restrict external access to the network'
complete -c herd -n '__herd_at "network create"' -l ip-range -x -d 'Allocate container ip from a sub-range; repeatable'
complete -c herd -n '__herd_at "network create"' -l ipam-driver -x -d 'IP Address Management Driver'
complete -c herd -n '__herd_at "network create"' -l ipam-opt -x -d 'Set IPAM driver specific options; repeatable'
complete -c herd -n '__herd_at "network create"' -l ipv6 -d 'Enable IPv6 networking'
complete -c herd -n '__herd_at "network create"' -l label -x -d 'Set metadata on a network; repeatable'
complete -c herd -n '__herd_at "network create"' -s o -l opt -x -d 'Set driver specific options; repeatable'
complete -c herd -n '__herd_at "network create"' -l subnet -x -d 'Subnet in CIDR format that represents a network segment; repeatable'

complete -c herd -n '__herd_at "network rm"' -s f -l force -d 'Do not error if the network does not exist'
complete -c herd -n '__herd_at "network rm" 0' -a '(__herd_names network)'

complete -c herd -n '__herd_at "network prune"' -l filter -x -a 'label= until=' -d 'Provide filter values (e.g'
complete -c herd -n '__herd_at "network prune"' -s f -l force -d 'Do not prompt for confirmation'

complete -c herd -n '__herd_at "network connect"' -l alias -x -d 'Add network-scoped alias for the container; repeatable'
complete -c herd -n '__herd_at "network connect"' -l driver-opt -x -d 'Driver options for the network; repeatable'
complete -c herd -n '__herd_at "network connect"' -l ip -x -d 'IPv4 address (e.g., \'172.30.100.104\')'
complete -c herd -n '__herd_at "network connect"' -l ip6 -x -d 'IPv6 address (e.g., \'2001:db8::33\')'
complete -c herd -n '__herd_at "network connect"' -l link -x -d 'Add link to another container; repeatable'
complete -c herd -n '__herd_at "network connect"' -l link-local-ip -x -d 'Add a link-local address for the container; repeatable'
complete -c herd -n '__herd_at "network connect" 0 0' -a '(__herd_names network)'
complete -c herd -n '__herd_at "network connect" 1 1' -a '(__herd_names container)'

complete -c herd -n '__herd_at "network disconnect"' -s f -l force -d 'Force the container to disconnect from a network'
complete -c herd -n '__herd_at "network disconnect" 0 0' -a '(__herd_names network)'
complete -c herd -n '__herd_at "network disconnect" 1 1' -a '(__herd_names container)'

complete -c herd -n '__herd_at "system"' -a df -d 'Show docker disk usage on all nodes'
complete -c herd -n '__herd_at "system"' -a info -d 'Display system-wide information about all nodes'
complete -c herd -n '__herd_at "system"' -a prune -d 'Remove unused data from all nodes'

complete -c herd -n '__herd_at "system df"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''

complete -c herd -n '__herd_at "system info"' -s f -l format -x -d 'Format output using a custom template: json, or a template such as \'{{.State.Status}}\', \'{{json .Config}}\' or \'{{index .Config.Labels "key"}}\''

complete -c herd -n '__herd_at "system prune"' -s a -l all -d 'Remove all unused images not just dangling ones'
complete -c herd -n '__herd_at "system prune"' -l filter -x -a 'label= until=' -d 'Provide filter values (e.g'
complete -c herd -n '__herd_at "system prune"' -s f -l force -d 'Do not prompt for confirmation'
complete -c herd -n '__herd_at "system prune"' -l volumes -d 'Prune anonymous volumes'

complete -c herd -n '__herd_at "node"' -a ls -d 'List the nodes of the herd with the state of their daemons'
complete -c herd -n '__herd_at "node"' -a inspect -d 'Display detailed information on one or more nodes'
complete -c herd -n '__herd_at "node"' -a register -d 'Let nodes take new containers again'
complete -c herd -n '__herd_at "node"' -a unregister -d 'Let nodes take no new containers; what runs there keeps running and stays addressable'
complete -c herd -n '__herd_at "node"' -a update -d 'Update the labels of a node, for \'herd container create --constraint\''
complete -c herd -n '__herd_at "node"' -a forget -d 'Let all agents forget nodes that are gone and will not come back'

complete -c herd -n '__herd_at "node ls"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''

complete -c herd -n '__herd_at "node inspect"' -s f -l format -x -d 'Format output using a custom template: json, or a template such as \'{{.State.Status}}\', \'{{json .Config}}\' or \'{{index .Config.Labels "key"}}\''
complete -c herd -n '__herd_at "node inspect" 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "node register" 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "node unregister" 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "node update"' -l label-add -x -d 'Add or update a node label; repeatable'
complete -c herd -n '__herd_at "node update"' -l label-rm -x -d 'Remove a node label, if it exists; repeatable'
complete -c herd -n '__herd_at "node update" 0 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "node forget" 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "template"' -a ls -d 'List the templates of this host'
complete -c herd -n '__herd_at "template"' -a show -d 'Print a template as it is'

complete -c herd -n '__herd_at "template ls"' -l templates -x -a '(__fish_complete_directories)' -d 'Directories to search for templates first, separated by colons'

complete -c herd -n '__herd_at "template show"' -l templates -x -a '(__fish_complete_directories)' -d 'Directories to search for templates first, separated by colons'
complete -c herd -n '__herd_at "template show" 0 0' -a '(__herd_names template)'

complete -c herd -n '__herd_at "user"' -a add -d 'Add a user who may ask this host\'s agent by HTTP, once he has a token (\'herd user token\')'
complete -c herd -n '__herd_at "user"' -a ls -d 'List the users who may ask this host\'s agent by HTTP, and their tokens'
complete -c herd -n '__herd_at "user"' -a rm -d 'Remove users with their tokens'
complete -c herd -n '__herd_at "user"' -a token -d 'Make a token for a user, and print it'

complete -c herd -n '__herd_at "user add"' -l group -x -d 'A group of the user, for policies; repeatable, several with commas'
complete -c herd -n '__herd_at "user add"' -l users -r -F -d 'The file with the users'

complete -c herd -n '__herd_at "user ls"' -l users -r -F -d 'The file with the users'

complete -c herd -n '__herd_at "user rm"' -l users -r -F -d 'The file with the users'

complete -c herd -n '__herd_at "user token"' -l expires -x -d 'How long it is valid, such as 12h or 90d; or \'off\''
complete -c herd -n '__herd_at "user token"' -l revoke -x -d 'Instead of making one: make this token of the user\'s invalid'
complete -c herd -n '__herd_at "user token"' -l users -r -F -d 'The file with the users'

complete -c herd -n '__herd_at "key"' -a new -d 'Print a new key, or write it to a file that only its owner can read'
complete -c herd -n '__herd_at "key"' -a docker -d 'Make a certificate for a client of the Docker API, with the herd\'s key: ca.pem, cert.pem and key.pem'

complete -c herd -n '__herd_at "key new" 0 0' -F

complete -c herd -n '__herd_at "key docker"' -l expires -x -d 'How long it is valid, such as 12h or 90d'
complete -c herd -n '__herd_at "key docker"' -l group -x -d 'A group that he is in, for policies; repeatable, several with commas'
complete -c herd -n '__herd_at "key docker"' -l user -x -d 'As whom agents serve the client'
complete -c herd -n '__herd_at "key docker" 0 0' -a '(__fish_complete_directories)'

complete -c herd -n '__herd_at "keep"' -a ls -d 'List the herds that a process of yours stays in'
complete -c herd -n '__herd_at "keep"' -a start -d 'Stay in the herd for commands that would join it likewise, until none has come for as long as --keep says'
complete -c herd -n '__herd_at "keep"' -a stop -d 'End the processes of yours that stay in a herd; each leaves within a second'




complete -c herd -n '__herd_at "agent"' -l audit -r -F -d 'Note in this file who changes what on this node, and what is denied, a line of JSON each; \'-\' is the log'
complete -c herd -n '__herd_at "agent"' -l check-config -d 'Only check the configuration and the options, and show the result'
complete -c herd -n '__herd_at "agent"' -l create-timeout -x -d 'Time limit for creating one container'
complete -c herd -n '__herd_at "agent"' -l detect -x -d 'How soon this agent takes another for lost that gives no sign of life: 3s, 6s or 20s, or a time of your own'
complete -c herd -n '__herd_at "agent"' -l docker -x -d 'The Docker daemon, unix:///PATH or tcp://HOST:PORT'
complete -c herd -n '__herd_at "agent"' -l docker-api -x -d 'The newest version that clients of the Docker API may speak, such as 1.41, before a daemon joins that speaks no newer one'
complete -c herd -n '__herd_at "agent"' -l docker-labels -x -a 'true false' -d 'At the Docker API, whether what is read has the label herd.node, which no daemon has'
complete -c herd -n '__herd_at "agent"' -l docker-listen -x -d 'Serve the Docker API for the whole herd at this address, too; by TLS where others can reach it: see \'herd key docker\''
complete -c herd -n '__herd_at "agent"' -l docker-place -x -a 'own spread' -d 'Where what comes by the Docker API is created, unless it says so or belongs to something: \'own\' here, if it needs this host or is the first of its project; \'spread\' where there are the fewest containers'
complete -c herd -n '__herd_at "agent"' -l docker-socket -x -d 'Serve the Docker API for the whole herd at this Unix socket'
complete -c herd -n '__herd_at "agent"' -l docker-strict -d 'At the Docker API, refuse lists, \'info\', \'df\' and \'events\' that a node is missing in, instead of saying in a header which'
complete -c herd -n '__herd_at "agent"' -l http -x -d 'Serve HTTP for the whole herd at this address; HTTPS where others can reach it'
complete -c herd -n '__herd_at "agent"' -l http-anonymous -x -d 'Whom somebody on this host acts for who asks by HTTP without a token'
complete -c herd -n '__herd_at "agent"' -l label -x -d 'A label of this node, for \'create --constraint\'; repeatable, several with commas'
complete -c herd -n '__herd_at "agent"' -l name -x -a '(__herd_names node)' -d 'This node\'s name, unique in the herd'
complete -c herd -n '__herd_at "agent"' -l policy -r -F -d 'Who may do what on this node; SIGHUP makes the agent read it again'
complete -c herd -n '__herd_at "agent"' -l templates -x -a '(__fish_complete_directories)' -d 'Directories to search for templates first, separated by colons'
complete -c herd -n '__herd_at "agent"' -l tls-cert -r -F -d 'The certificate for HTTPS, with those that lead to its authority'
complete -c herd -n '__herd_at "agent"' -l tls-key -r -F -d 'The key of --tls-cert, PKCS #8 in PEM'
complete -c herd -n '__herd_at "agent"' -l users -r -F -d 'Who has a token for HTTP: see \'herd user\''

complete -c herd -n '__herd_at "doctor"' -l exit-zero -d 'Exit with 0 if there are remarks only'

complete -c herd -n '__herd_at "events"' -s f -l filter -x -a 'container= daemon= event= image= label= network= type=container type=daemon type=image type=network type=volume volume=' -d 'Filter output based on conditions provided; repeatable'
complete -c herd -n '__herd_at "events"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''
complete -c herd -n '__herd_at "events"' -l since -x -d 'Show all events created since a timestamp, such as 2026-01-31T12:00:00, or relative, such as 10m'
complete -c herd -n '__herd_at "events"' -l until -x -d 'Stream events until this timestamp'


complete -c herd -n '__herd_at "completion" 0 0' -a 'bash zsh fish'


