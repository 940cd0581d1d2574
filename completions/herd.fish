# fish completion for herd. Made from herd's commands by its build. It goes into ~/.config/fish/completions, as herd.fish.

function __herd_takes_value # COMMAND FLAG
    switch "$argv[1] $argv[2]"
        case '* --bind' '* --cluster' '* --config' '* --join' '* --key' '* --node' '* --socket' '* --timeout'
        case 'agent --create-timeout' 'agent --docker' 'agent --http' 'agent --label' 'agent --name' 'agent --templates'
        case 'node ls --format'
        case 'node update --label-add' 'node update --label-rm'
        case 'container create --constraint' 'container create --create-timeout' 'container create --image' 'container create -n' 'container create --instances' 'container create --name' 'container create --raw' 'container create --request-id' 'container create --set' 'container create --template' 'container create --templates'
        case 'container stop -t' 'container stop --time'
        case 'container restart -t' 'container restart --time'
        case 'container kill -s' 'container kill --signal'
        case 'container ls -f' 'container ls --filter' 'container ls --format' 'container ls -n' 'container ls --last'
        case 'container exec -e' 'container exec --env' 'container exec -u' 'container exec --user' 'container exec -w' 'container exec --workdir'
        case 'container logs --since' 'container logs -n' 'container logs --tail' 'container logs --until'
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
        case 'container remove'
            echo 'container rm'
        case 'container ps' 'container list' 'ps'
            echo 'container ls'
        case 'exec'
            echo 'container exec'
        case 'logs'
            echo 'container logs'
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

# The names of a kind that the live herd has, behind those that stand in the word already.
function __herd_names # NAMES [SEPARATOR]
    set -l words (commandline -opc)
    set -l word (string replace -r -- '^--[^=]*=' '' (commandline -ct))
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
        echo -- "$lead$name"
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
complete -c herd -n '__herd_at "container"' -a exec -d 'Run a command in a container that runs; its exit code is that of the command'
complete -c herd -n '__herd_at "container"' -a logs -d 'Show what containers have written; of several, each line with its name'

complete -c herd -n '__herd_at "container create"' -l all-or-nothing -d 'If not all can be created, remove again those that were'
complete -c herd -n '__herd_at "container create"' -l constraint -x -a '(__herd_names constraint)' -d 'Only on nodes with node.labels.K==V, or !=V; repeatable'
complete -c herd -n '__herd_at "container create"' -l create-timeout -x -d 'How long the creation of one container may take'
complete -c herd -n '__herd_at "container create"' -l dry-run -d 'Only show what would be created, and where'
complete -c herd -n '__herd_at "container create"' -l image -x -a '(__herd_names image)' -d 'From this image'
complete -c herd -n '__herd_at "container create"' -s n -l instances -x -d 'How many'
complete -c herd -n '__herd_at "container create"' -l name -x -d 'The container\'s name; with several instances NAME-1, NAME-2 …, unless it has ${instance} or ${node}'
complete -c herd -n '__herd_at "container create"' -l raw -r -F -d 'From a file in the Docker API\'s create form; - is standard input'
complete -c herd -n '__herd_at "container create"' -l request-id -x -d 'Create nothing twice: a command that is repeated with the same ID adds what is missing'
complete -c herd -n '__herd_at "container create"' -l set -x -d 'Put V where the template or the name has ${K}; repeatable'
complete -c herd -n '__herd_at "container create"' -l start -d 'Start them, too'
complete -c herd -n '__herd_at "container create"' -l template -x -a '(__herd_names template)' -d 'From this template'
complete -c herd -n '__herd_at "container create"' -l templates -x -a '(__fish_complete_directories)' -d 'Where templates are looked for first; several with colons'

complete -c herd -n '__herd_at "container start" 0' -a '(__herd_names stopped)'

complete -c herd -n '__herd_at "container stop"' -s t -l time -x -d 'Seconds to wait before killing the container'
complete -c herd -n '__herd_at "container stop" 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container restart"' -s t -l time -x -d 'Seconds to wait before killing the container'
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

complete -c herd -n '__herd_at "container exec" 0 0' -s e -l env -x -d 'Set a variable; repeatable'
complete -c herd -n '__herd_at "container exec" 0 0' -s i -l interactive -d 'Send it what is typed or piped in'
complete -c herd -n '__herd_at "container exec" 0 0' -l privileged -d 'Give it all capabilities'
complete -c herd -n '__herd_at "container exec" 0 0' -s t -l tty -d 'Give it a terminal'
complete -c herd -n '__herd_at "container exec" 0 0' -s u -l user -x -d 'As whom it runs'
complete -c herd -n '__herd_at "container exec" 0 0' -s w -l workdir -x -d 'Where in the container it runs'
complete -c herd -n '__herd_at "container exec" 0 0' -a '(__herd_names running)'

complete -c herd -n '__herd_at "container logs"' -l details -d 'Show what the log\'s driver adds'
complete -c herd -n '__herd_at "container logs"' -s f -l follow -d 'Go on with what they write from now on'
complete -c herd -n '__herd_at "container logs"' -l since -x -d 'Only what came since then, such as 2026-01-31T12:00:00 or 10m ago'
complete -c herd -n '__herd_at "container logs"' -s n -l tail -x -d 'Only the last N lines of each, or all'
complete -c herd -n '__herd_at "container logs"' -s t -l timestamps -d 'Show when each line was written'
complete -c herd -n '__herd_at "container logs"' -l until -x -d 'Only what came before then'
complete -c herd -n '__herd_at "container logs" 0' -a '(__herd_names container)'

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
