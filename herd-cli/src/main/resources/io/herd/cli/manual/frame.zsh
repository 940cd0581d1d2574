#compdef herd
# zsh completion for herd. Made from herd's commands by its build. It goes into a directory of $fpath, as _herd.

# Offers names of the live herd.
_herd_names() { # COMPADD-OPTIONS… NAMES
    local -a names
    names=(${(f)"$($herd __complete $asked $argv[-1] "${(Q)PREFIX}" 2>/dev/null </dev/null)"})
    names=(${names:#*[[:cntrl:]]*})
    # It quotes them where they are put in.
    compadd "${(@)argv[1,-2]}" -a names
}

# Offers words; behind those that end with = or : a value comes, and no space.
_herd_words() { # COMPADD-OPTIONS… WORD,WORD…
    local -a words ends
    words=(${(s:,:)argv[-1]})
    ends=(${(M)words:#*[=:]})
    words=(${words:#*[=:]})
    compadd "${(@)argv[1,-2]}" -a words
    compadd "${(@)argv[1,-2]}" -S '' -a ends
}

# Collects the flags that say which herd is meant, to ask the same one for names.
_herd_hand_on() {
    local word flag=
    for word in "${(@Q)words[2,CURRENT-1]}"; do
        if [[ -n $flag ]]; then
            asked+=($flag ${word/#\~\//$HOME/})
            flag=
        elif (($handed[(Ie)$word])); then
            flag=$word
        elif (($handed[(Ie)${word%%=*}])); then
            asked+=(${word%%=*} ${${word#*=}/#\~\//$HOME/})
        fi
    done
}

# @topics@

_herd() {
    local curcontext=$curcontext state line herd=${~words[1]}
    local -A opt_args
    local -a globals handed asked
    # @globals@
    _herd_hand_on
    _herd_topic
}

# Sourced, it has to be told; autoloaded, this is the function itself.
if [[ $funcstack[1] == _herd ]]; then
    _herd "$@"
else
    compdef _herd herd
fi
