# fish completion for herd. Made from herd's commands by its build. It goes into ~/.config/fish/completions, as herd.fish.

function __herd_takes_value # COMMAND FLAG
    switch "$argv[1] $argv[2]"
        case '* --bind' '* --cluster' '* --config' '* --join' '* --key' '* --node' '* --socket' '* --timeout'
        case 'agent --create-timeout' 'agent --docker' 'agent --http' 'agent --label' 'agent --name' 'agent --templates'
        case 'node ls --format'
        case 'node update --label-add' 'node update --label-rm'
        case 'container create --add-host' 'container create --cap-add' 'container create --cap-drop' 'container create --constraint' 'container create --cpus' 'container create --create-timeout' 'container create --dns' 'container create --entrypoint' 'container create -e' 'container create --env' 'container create --env-file' 'container create --group-add' 'container create --hostname' 'container create --image' 'container create -n' 'container create --instances' 'container create -l' 'container create --label' 'container create --log-driver' 'container create --log-opt' 'container create -m' 'container create --memory' 'container create --name' 'container create --network' 'container create --net' 'container create --network-alias' 'container create --pid' 'container create -p' 'container create --publish' 'container create --raw' 'container create --request-id' 'container create --restart' 'container create --security-opt' 'container create --set' 'container create --shm-size' 'container create --stop-signal' 'container create --stop-timeout' 'container create --template' 'container create --templates' 'container create --tmpfs' 'container create -u' 'container create --user' 'container create -v' 'container create --volume' 'container create -w' 'container create --workdir'
        case 'container run --add-host' 'container run --cap-add' 'container run --cap-drop' 'container run --constraint' 'container run --cpus' 'container run --dns' 'container run --entrypoint' 'container run -e' 'container run --env' 'container run --env-file' 'container run --group-add' 'container run --hostname' 'container run -l' 'container run --label' 'container run --log-driver' 'container run --log-opt' 'container run -m' 'container run --memory' 'container run --name' 'container run --network' 'container run --net' 'container run --network-alias' 'container run --pid' 'container run -p' 'container run --publish' 'container run --pull' 'container run --restart' 'container run --security-opt' 'container run --set' 'container run --shm-size' 'container run --sig-proxy' 'container run --stop-signal' 'container run --stop-timeout' 'container run --template' 'container run --templates' 'container run --tmpfs' 'container run -u' 'container run --user' 'container run -v' 'container run --volume' 'container run -w' 'container run --workdir'
        case 'container stop -t' 'container stop --time'
        case 'container restart -t' 'container restart --time'
        case 'container kill -s' 'container kill --signal'
        case 'container ls -f' 'container ls --filter' 'container ls --format' 'container ls -n' 'container ls --last'
        case 'container logs --since' 'container logs -n' 'container logs --tail' 'container logs --until'
        case 'container exec -e' 'container exec --env' 'container exec -u' 'container exec --user' 'container exec -w' 'container exec --workdir'
        case 'container attach --sig-proxy'
        case 'container stats --format'
        case 'image ls -f' 'image ls --filter' 'image ls --format'
        case 'template ls --templates'
        case 'template show --templates'
        case 'events -f' 'events --filter' 'events --format' 'events --since' 'events --until'
        case '*'
            return 1
    end
end

function __herd_command # WORDS: the command that they name, under its first name
    switch "$argv"
        case 'node list'
            echo 'node ls'
        case 'run'
            echo 'container run'
        case 'container remove'
            echo 'container rm'
        case 'container ps' 'container list' 'ps'
            echo 'container ls'
        case 'logs'
            echo 'container logs'
        case 'exec'
            echo 'container exec'
        case 'attach'
            echo 'container attach'
        case 'top'
            echo 'container top'
        case 'stats'
            echo 'container stats'
        case 'cp'
            echo 'container cp'
        case 'image images' 'images'
            echo 'image ls'
        case 'image remove'
            echo 'image rm'
        case 'template list'
            echo 'template ls'
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
        else if set -q ended[1]; or not string match -q -- '-?*' $word
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

set -g __herd_groups '' 'node' 'container' 'image' 'template' 'key'
set -g __herd_handed --bind --cluster --config --join --key --node --socket --templates --timeout

complete -c herd -f
complete -c herd -l bind -x -d 'Where to listen for members'
complete -c herd -l cluster -x -d 'The herd\'s name'
complete -c herd -l config -r -F -d 'The configuration file'
complete -c herd -l debug -d 'Show where an error came from'
complete -c herd -l direct -d 'Join the herd rather than ask this host\'s agent; --join does so, too'
complete -c herd -s h -l help -d 'Show this help'
complete -c herd -l join -x -d 'Where agents are; several with commas'
complete -c herd -l json -d 'Print one JSON object, which accounts for all nodes'
complete -c herd -l key -r -F -d 'The herd\'s key, made by \'herd key new FILE\'; without it nothing leaves loopback'
complete -c herd -l no-trunc -d 'Don\'t truncate output'
complete -c herd -l node -x -a '(__herd_names node ,)' -d 'Only this node; repeatable'
complete -c herd -s q -l quiet -d 'Only display IDs'
complete -c herd -l socket -x -d 'The Unix socket of this host\'s agent'
complete -c herd -l timeout -x -d 'How long each request may take, such as 500ms, 10s or 2m'

complete -c herd -n '__herd_at ""' -a agent -d 'Run beside the Docker daemon of this host, as a member of the herd, until it is told to stop'
complete -c herd -n '__herd_at ""' -a node -d 'Manage the nodes of the herd'
complete -c herd -n '__herd_at ""' -a container -d 'Manage containers on any node'
complete -c herd -n '__herd_at ""' -a image -d 'Manage images on all nodes'
complete -c herd -n '__herd_at ""' -a template -d 'See the templates for containers'
complete -c herd -n '__herd_at ""' -a shell -d 'Run commands line by line, without \'herd\' in front, and stay joined in between'
complete -c herd -n '__herd_at ""' -a key -d 'Manage the herd\'s key'
complete -c herd -n '__herd_at ""' -a version -d 'Show the version'
complete -c herd -n '__herd_at ""' -a ps -d 'List the containers of all nodes'
complete -c herd -n '__herd_at ""' -a images -d 'List the images of all nodes'
complete -c herd -n '__herd_at ""' -a exec -d 'Run a command in a container that runs; its exit code is that of the command'
complete -c herd -n '__herd_at ""' -a logs -d 'Show what containers have written; of several, each line with its name'
complete -c herd -n '__herd_at ""' -a events -d 'Show what happens on all nodes, in one order by the daemons\' clocks, from now on or since a time'
complete -c herd -n '__herd_at ""' -a doctor -d 'Find out what is wrong with the herd, and how to mend it'
complete -c herd -n '__herd_at ""' -a run -d 'Run a command in a new container, where there are the fewest; its exit code is that of the command'
complete -c herd -n '__herd_at ""' -a attach -d 'Join a container that runs: its input, its output, its signals and its exit code'
complete -c herd -n '__herd_at ""' -a top -d 'Show the processes of a container that runs'
complete -c herd -n '__herd_at ""' -a stats -d 'Show what containers use, over and over: these, or all that run on all nodes'
complete -c herd -n '__herd_at ""' -a cp -d 'Copy files and directories out of a container, or into one'
complete -c herd -n '__herd_at ""' -a completion -d 'Print the script that completes herd\'s commands and names in a shell'

complete -c herd -n '__herd_at "agent"' -l check-config -d 'Only check the configuration and the options, and show what they come to'
complete -c herd -n '__herd_at "agent"' -l create-timeout -x -d 'How long the creation of one container may take'
complete -c herd -n '__herd_at "agent"' -l docker -x -d 'The Docker daemon, unix:///PATH or tcp://HOST:PORT'
complete -c herd -n '__herd_at "agent"' -l http -x -d 'Answer HTTP there, for the whole herd; a loopback address'
complete -c herd -n '__herd_at "agent"' -l label -x -d 'A label of this node, for \'create --constraint\'; repeatable, several with commas'
complete -c herd -n '__herd_at "agent"' -l name -x -a '(__herd_names node)' -d 'This node\'s name, unique in the herd'
complete -c herd -n '__herd_at "agent"' -l templates -x -a '(__fish_complete_directories)' -d 'Where templates are looked for first; several with colons'

complete -c herd -n '__herd_at "node"' -a ls -d 'List the nodes of the herd and how their daemons are'
complete -c herd -n '__herd_at "node"' -a inspect -d 'Display detailed information on one or more nodes'
complete -c herd -n '__herd_at "node"' -a register -d 'Let nodes take new containers again'
complete -c herd -n '__herd_at "node"' -a unregister -d 'Let nodes take no new containers; what runs there keeps running and stays addressable'
complete -c herd -n '__herd_at "node"' -a update -d 'Update the labels of a node, for \'herd container create --constraint\''

complete -c herd -n '__herd_at "node ls"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''

complete -c herd -n '__herd_at "node inspect" 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "node register" 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "node unregister" 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "node update"' -l label-add -x -d 'Add or update a node label; repeatable'
complete -c herd -n '__herd_at "node update"' -l label-rm -x -d 'Remove a node label, if it exists; repeatable'
complete -c herd -n '__herd_at "node update" 0 0' -a '(__herd_names node)'

complete -c herd -n '__herd_at "container"' -a create -d 'Create one or more containers, spread evenly over the herd'
complete -c herd -n '__herd_at "container"' -a run -d 'Run a command in a new container, where there are the fewest; its exit code is that of the command'
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
complete -c herd -n '__herd_at "container"' -a logs -d 'Show what containers have written; of several, each line with its name'
complete -c herd -n '__herd_at "container"' -a exec -d 'Run a command in a container that runs; its exit code is that of the command'
complete -c herd -n '__herd_at "container"' -a attach -d 'Join a container that runs: its input, its output, its signals and its exit code'
complete -c herd -n '__herd_at "container"' -a top -d 'Show the processes of a container that runs'
complete -c herd -n '__herd_at "container"' -a stats -d 'Show what containers use, over and over: these, or all that run on all nodes'
complete -c herd -n '__herd_at "container"' -a cp -d 'Copy files and directories out of a container, or into one'

complete -c herd -n '__herd_at "container create"' -l add-host -x -d 'A name that it knows; repeatable'
complete -c herd -n '__herd_at "container create"' -l all-or-nothing -d 'If not all can be created, remove again those that were'
complete -c herd -n '__herd_at "container create"' -l cap-add -x -d 'Give it a capability; repeatable'
complete -c herd -n '__herd_at "container create"' -l cap-drop -x -d 'Take a capability from it; repeatable'
complete -c herd -n '__herd_at "container create"' -l constraint -x -a '(__herd_names constraint)' -d 'Only on nodes with node.labels.K==V, or !=V; repeatable'
complete -c herd -n '__herd_at "container create"' -l cpus -x -d 'How many processors it may have, such as 1.5'
complete -c herd -n '__herd_at "container create"' -l create-timeout -x -d 'How long the creation of one container may take'
complete -c herd -n '__herd_at "container create"' -l dns -x -d 'Its name server; repeatable'
complete -c herd -n '__herd_at "container create"' -l dry-run -d 'Only show what would be created, and where'
complete -c herd -n '__herd_at "container create"' -l entrypoint -x -d 'In place of the image\'s entrypoint'
complete -c herd -n '__herd_at "container create"' -s e -l env -x -d 'Set a variable; repeatable'
complete -c herd -n '__herd_at "container create"' -l env-file -r -F -d 'Set the variables of its lines; repeatable'
complete -c herd -n '__herd_at "container create"' -l group-add -x -d 'A group that it is in, too; repeatable'
complete -c herd -n '__herd_at "container create"' -l hostname -x -d 'What the container calls itself'
complete -c herd -n '__herd_at "container create"' -l image -x -a '(__herd_names image)' -d 'From this image'
complete -c herd -n '__herd_at "container create"' -l init -d 'Run it under an init that reaps its children'
complete -c herd -n '__herd_at "container create"' -s n -l instances -x -d 'How many'
complete -c herd -n '__herd_at "container create"' -s i -l interactive -d 'Keep its input open'
complete -c herd -n '__herd_at "container create"' -s l -l label -x -d 'Set a label; repeatable'
complete -c herd -n '__herd_at "container create"' -l log-driver -x -d 'Where its output goes'
complete -c herd -n '__herd_at "container create"' -l log-opt -x -d 'An option of that; repeatable'
complete -c herd -n '__herd_at "container create"' -s m -l memory -x -d 'How much memory it may have, such as 512m or 2g'
complete -c herd -n '__herd_at "container create"' -l name -x -d 'The container\'s name; with several instances NAME-1, NAME-2 …, unless it has ${instance} or ${node}'
complete -c herd -n '__herd_at "container create"' -l network -l net -x -d 'In this network of its host'
complete -c herd -n '__herd_at "container create"' -l network-alias -x -d 'What it is called there, too; repeatable'
complete -c herd -n '__herd_at "container create"' -l pid -x -d 'Whose processes it sees'
complete -c herd -n '__herd_at "container create"' -l privileged -d 'Give it all capabilities, and all devices'
complete -c herd -n '__herd_at "container create"' -s p -l publish -x -d 'Publish a port of it on its host; repeatable'
complete -c herd -n '__herd_at "container create"' -s P -l publish-all -d 'Publish all ports that its image exposes'
complete -c herd -n '__herd_at "container create"' -l raw -r -F -d 'From a file in the Docker API\'s create form; - is standard input'
complete -c herd -n '__herd_at "container create"' -l read-only -d 'Let it write to volumes alone'
complete -c herd -n '__herd_at "container create"' -l request-id -x -d 'Create nothing twice: a command that is repeated with the same ID adds what is missing'
complete -c herd -n '__herd_at "container create"' -l restart -x -d 'When it is started again: no, always, unless-stopped or on-failure[:TIMES]'
complete -c herd -n '__herd_at "container create"' -l rm -d 'Remove it when it has ended'
complete -c herd -n '__herd_at "container create"' -l security-opt -x -d 'Such as no-new-privileges; repeatable'
complete -c herd -n '__herd_at "container create"' -l set -x -d 'Put V where the template or the name has ${K}; repeatable'
complete -c herd -n '__herd_at "container create"' -l shm-size -x -d 'The size of its /dev/shm'
complete -c herd -n '__herd_at "container create"' -l start -d 'Start them, too'
complete -c herd -n '__herd_at "container create"' -l stop-signal -x -a 'ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' -d 'What asks it to stop'
complete -c herd -n '__herd_at "container create"' -l stop-timeout -x -d 'How long it may take to stop before it is killed'
complete -c herd -n '__herd_at "container create"' -l template -x -a '(__herd_names template)' -d 'From this template'
complete -c herd -n '__herd_at "container create"' -l templates -x -a '(__fish_complete_directories)' -d 'Where templates are looked for first; several with colons'
complete -c herd -n '__herd_at "container create"' -l tmpfs -x -d 'Put a file system in memory there; repeatable'
complete -c herd -n '__herd_at "container create"' -s t -l tty -d 'Give it a terminal'
complete -c herd -n '__herd_at "container create"' -s u -l user -x -d 'As whom it runs'
complete -c herd -n '__herd_at "container create"' -s v -l volume -x -d 'Put a volume there, or a directory of whatever host it is on; repeatable'
complete -c herd -n '__herd_at "container create"' -s w -l workdir -x -a '(__fish_complete_directories)' -d 'Where in the container it runs'

complete -c herd -n '__herd_at "container run" 0 0' -l add-host -x -d 'A name that it knows; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l cap-add -x -d 'Give it a capability; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l cap-drop -x -d 'Take a capability from it; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l constraint -x -a '(__herd_names constraint)' -d 'Only on nodes with node.labels.K==V, or !=V; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l cpus -x -d 'How many processors it may have, such as 1.5'
complete -c herd -n '__herd_at "container run" 0 0' -s d -l detach -d 'Only start it, and print its id'
complete -c herd -n '__herd_at "container run" 0 0' -l dns -x -d 'Its name server; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l entrypoint -x -d 'In place of the image\'s entrypoint'
complete -c herd -n '__herd_at "container run" 0 0' -s e -l env -x -d 'Set a variable; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l env-file -r -F -d 'Set the variables of its lines; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l group-add -x -d 'A group that it is in, too; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l hostname -x -d 'What the container calls itself'
complete -c herd -n '__herd_at "container run" 0 0' -l init -d 'Run it under an init that reaps its children'
complete -c herd -n '__herd_at "container run" 0 0' -s i -l interactive -d 'Keep its input open'
complete -c herd -n '__herd_at "container run" 0 0' -s l -l label -x -d 'Set a label; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l log-driver -x -d 'Where its output goes'
complete -c herd -n '__herd_at "container run" 0 0' -l log-opt -x -d 'An option of that; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -s m -l memory -x -d 'How much memory it may have, such as 512m or 2g'
complete -c herd -n '__herd_at "container run" 0 0' -l name -x -d 'The container\'s name; with several instances NAME-1, NAME-2 …, unless it has ${instance} or ${node}'
complete -c herd -n '__herd_at "container run" 0 0' -l network -l net -x -d 'In this network of its host'
complete -c herd -n '__herd_at "container run" 0 0' -l network-alias -x -d 'What it is called there, too; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l pid -x -d 'Whose processes it sees'
complete -c herd -n '__herd_at "container run" 0 0' -l privileged -d 'Give it all capabilities, and all devices'
complete -c herd -n '__herd_at "container run" 0 0' -s p -l publish -x -d 'Publish a port of it on its host; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -s P -l publish-all -d 'Publish all ports that its image exposes'
complete -c herd -n '__herd_at "container run" 0 0' -l pull -x -a 'missing always never' -d 'When the node fetches the image from its registry'
complete -c herd -n '__herd_at "container run" 0 0' -l read-only -d 'Let it write to volumes alone'
complete -c herd -n '__herd_at "container run" 0 0' -l restart -x -d 'When it is started again: no, always, unless-stopped or on-failure[:TIMES]'
complete -c herd -n '__herd_at "container run" 0 0' -l rm -d 'Remove it when it has ended'
complete -c herd -n '__herd_at "container run" 0 0' -l security-opt -x -d 'Such as no-new-privileges; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l set -x -d 'Put V where the template or the name has ${K}; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -l shm-size -x -d 'The size of its /dev/shm'
complete -c herd -n '__herd_at "container run" 0 0' -l sig-proxy -x -a 'true false' -d 'Give it the signals that this command gets'
complete -c herd -n '__herd_at "container run" 0 0' -l stop-signal -x -a 'ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' -d 'What asks it to stop'
complete -c herd -n '__herd_at "container run" 0 0' -l stop-timeout -x -d 'How long it may take to stop before it is killed'
complete -c herd -n '__herd_at "container run" 0 0' -l template -x -a '(__herd_names template)' -d 'From this template, in place of IMAGE and COMMAND'
complete -c herd -n '__herd_at "container run" 0 0' -l templates -x -a '(__fish_complete_directories)' -d 'Where templates are looked for first; several with colons'
complete -c herd -n '__herd_at "container run" 0 0' -l tmpfs -x -d 'Put a file system in memory there; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -s t -l tty -d 'Give it a terminal'
complete -c herd -n '__herd_at "container run" 0 0' -s u -l user -x -d 'As whom it runs'
complete -c herd -n '__herd_at "container run" 0 0' -s v -l volume -x -d 'Put a volume there, or a directory of whatever host it is on; repeatable'
complete -c herd -n '__herd_at "container run" 0 0' -s w -l workdir -x -a '(__fish_complete_directories)' -d 'Where in the container it runs'
complete -c herd -n '__herd_at "container run" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "container start" 0' -a '(__herd_names stopped)'

complete -c herd -n '__herd_at "container stop"' -s t -l time -x -d 'Seconds to wait before killing the container, or -1 for no limit'
complete -c herd -n '__herd_at "container stop" 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container restart"' -s t -l time -x -d 'Seconds to wait before killing the container, or -1 for no limit'
complete -c herd -n '__herd_at "container restart" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container kill"' -s s -l signal -x -a 'ABRT CONT HUP INT KILL QUIT STOP TERM USR1 USR2 WINCH' -d 'Signal to send to the container'
complete -c herd -n '__herd_at "container kill" 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container pause" 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container unpause" 0' -a '(__herd_names paused)'

complete -c herd -n '__herd_at "container wait" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container rename" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container rm"' -s f -l force -d 'Force the removal of a running container (uses SIGKILL)'
complete -c herd -n '__herd_at "container rm"' -s v -l volumes -d 'Remove anonymous volumes associated with the container'
complete -c herd -n '__herd_at "container rm" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container prune"' -s f -l force -d 'Do not prompt for confirmation'

complete -c herd -n '__herd_at "container ls"' -s a -l all -d 'Show all containers (default shows just running)'
complete -c herd -n '__herd_at "container ls"' -s f -l filter -x -d 'Only those that fit; repeatable'
complete -c herd -n '__herd_at "container ls"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''
complete -c herd -n '__herd_at "container ls"' -s n -l last -x -d 'Show N last created containers (includes all states)'
complete -c herd -n '__herd_at "container ls"' -s s -l size -d 'Display total file sizes'

complete -c herd -n '__herd_at "container inspect" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container logs"' -l details -d 'Show what the log\'s driver adds'
complete -c herd -n '__herd_at "container logs"' -s f -l follow -d 'Go on with what they write from now on'
complete -c herd -n '__herd_at "container logs"' -l since -x -d 'Only what came since then, such as 2026-01-31T12:00:00 or 10m ago'
complete -c herd -n '__herd_at "container logs"' -s n -l tail -x -d 'Only the last N lines of each, or all'
complete -c herd -n '__herd_at "container logs"' -s t -l timestamps -d 'Show when each line was written'
complete -c herd -n '__herd_at "container logs"' -l until -x -d 'Only what came before then'
complete -c herd -n '__herd_at "container logs" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container exec" 0 0' -s e -l env -x -d 'Set a variable; repeatable'
complete -c herd -n '__herd_at "container exec" 0 0' -s i -l interactive -d 'Send it what is typed or piped in'
complete -c herd -n '__herd_at "container exec" 0 0' -l privileged -d 'Give it all capabilities'
complete -c herd -n '__herd_at "container exec" 0 0' -s t -l tty -d 'Give it a terminal'
complete -c herd -n '__herd_at "container exec" 0 0' -s u -l user -x -d 'As whom it runs'
complete -c herd -n '__herd_at "container exec" 0 0' -s w -l workdir -x -d 'Where in the container it runs'
complete -c herd -n '__herd_at "container exec" 0 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container attach"' -l no-stdin -d 'Send it nothing'
complete -c herd -n '__herd_at "container attach"' -l sig-proxy -x -a 'true false' -d 'Give it the signals that this command gets'
complete -c herd -n '__herd_at "container attach" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container top" 0 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container stats"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''
complete -c herd -n '__herd_at "container stats"' -l no-stream -d 'Show it once'
complete -c herd -n '__herd_at "container stats" 0' -a '(__herd_names container)'

complete -c herd -n '__herd_at "container cp"' -s a -l archive -d 'Keep owners: into a container those of its user, out of one the files\' own'
complete -c herd -n '__herd_at "container cp"' -s L -l follow-link -d 'Where the source is a link, copy what it leads to'
complete -c herd -n '__herd_at "container cp" 0 0' -F
complete -c herd -n '__herd_at "container cp" 1 1' -F

complete -c herd -n '__herd_at "image"' -a ls -d 'List the images of all nodes'
complete -c herd -n '__herd_at "image"' -a pull -d 'Have all nodes fetch an image from its registry, with the login of \'docker login\' if there is one'
complete -c herd -n '__herd_at "image"' -a inspect -d 'Display detailed information on one or more images'
complete -c herd -n '__herd_at "image"' -a rm -d 'Remove one or more images from all nodes that have them'
complete -c herd -n '__herd_at "image"' -a prune -d 'Remove unused images: those without a name that no container uses'

complete -c herd -n '__herd_at "image ls"' -s a -l all -d 'Show all images (default hides intermediate images)'
complete -c herd -n '__herd_at "image ls"' -s f -l filter -x -d 'Only those that fit; repeatable'
complete -c herd -n '__herd_at "image ls"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''

complete -c herd -n '__herd_at "image pull" 0 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image inspect" 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image rm"' -s f -l force -d 'Force removal: also if the image has other names, or a stopped container uses it'
complete -c herd -n '__herd_at "image rm" 0' -a '(__herd_names image)'

complete -c herd -n '__herd_at "image prune"' -s a -l all -d 'Remove all unused images, not just dangling ones'
complete -c herd -n '__herd_at "image prune"' -s f -l force -d 'Do not prompt for confirmation'

complete -c herd -n '__herd_at "template"' -a ls -d 'List the templates of this host'
complete -c herd -n '__herd_at "template"' -a show -d 'Print a template as it is'

complete -c herd -n '__herd_at "template ls"' -l templates -x -a '(__fish_complete_directories)' -d 'Where templates are looked for first; several with colons'

complete -c herd -n '__herd_at "template show"' -l templates -x -a '(__fish_complete_directories)' -d 'Where templates are looked for first; several with colons'
complete -c herd -n '__herd_at "template show" 0 0' -a '(__herd_names template)'


complete -c herd -n '__herd_at "key"' -a new -d 'Print a new key, or write it to a file that only its owner can read'

complete -c herd -n '__herd_at "key new" 0 0' -F


complete -c herd -n '__herd_at "events"' -s f -l filter -x -d 'Only those that fit; repeatable'
complete -c herd -n '__herd_at "events"' -l format -x -a 'json table' -d 'Format output: table, json, or a template such as \'{{json .}}\''
complete -c herd -n '__herd_at "events"' -l since -x -d 'Also what has happened since then, such as 2026-01-31T12:00:00 or 10m ago'
complete -c herd -n '__herd_at "events"' -l until -x -d 'Only what happens before then, and end'


complete -c herd -n '__herd_at "completion" 0 0' -a 'bash zsh fish'
