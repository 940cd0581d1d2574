# fish completion for herd. Made from herd's commands by its build. It goes into ~/.config/fish/completions, as herd.fish.

function __herd_takes_value # COMMAND FLAG
    switch "$argv[1] $argv[2]"
        # @valued@
        case '*'
            return 1
    end
end

function __herd_command # WORDS: the command that they name, under its first name
    switch "$argv"
        # @aliases@
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

# @topics@
