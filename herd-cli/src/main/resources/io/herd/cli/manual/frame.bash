# bash completion for herd                                                                           -*- shell-script -*-
# Made from herd's commands by its build. It needs bash 4 and nothing else: source it, or put it where bash-completion
# looks, as /usr/share/bash-completion/completions/herd.

# Sets what may be typed behind a command: commands, flags, operands (the last one again and again if many is set; no
# flags behind the first if passes_on is) and values, which has each flag that takes one. A value is '-' (anything), 'file', 'directory', '=A B' (one of these), or
# names that the live herd is asked for; a ',' or ':' behind it stands between several.
_herd_topic() { # PATH
    commands='' operands=() many='' passes_on=''
    # @flags@
    case $1 in
        # @topics@
        *) return 1 ;;
    esac
}

# Sets words: bash's own, put together again where it has cut them at '=' and ':'.
_herd_words() {
    local word glued=''
    words=()
    for word in "${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
        if [[ $word && ! ${word//[=:]/} ]]; then
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

# Hands on a flag that says which herd is meant.
_herd_hand_on() { # FLAG VALUE
    local value=${2//[\"\']/}
    case $1 in
        # @handed@
        *) return ;;
    esac
    asked+=("$1" "${value/#\~\//$HOME/}")
}

_herd_offer() { # VALUE LEAD WORD: offers what begins with WORD; LEAD stands before it in the same word
    local value=$1 lead=$2 word=$3 offered=() one cut breaks=${COMP_WORDBREAKS//[!=:]/}
    if [[ $value == [!=]*[,:] ]]; then
        cut=${word%"${word##*"${value: -1}"}"}
        lead+=$cut word=${word#"$cut"} value=${value%?}
    fi
    case $value in
        -) ;;
        =*) read -ra offered <<<"${value#=}" ;;
        file | directory)
            mapfile -t offered < <(compgen -A "$value" -- "$word")
            compopt -o filenames 2>/dev/null
            ;;
        *) mapfile -t offered < <(_herd_ask "$value" "$word") ;;
    esac
    # Readline replaces only what is behind the last character that it cuts words at.
    cut=$lead$word
    cut=${breaks:+${cut%"${cut##*["$breaks"]}"}}
    for one in "${offered[@]}"; do
        [[ $one == "$word"* ]] || continue
        one=$lead$one
        COMPREPLY+=("${one#"$cut"}")
    done
}

_herd_ask() { # NAMES WORD
    "${words[0]/#\~\//$HOME/}" __complete "${asked[@]}" "$1" "$2" 2>/dev/null </dev/null
}

_herd() {
    local commands operands many passes_on flags words word path='' flag='' ended='' asked=() count=0
    local -A values
    COMPREPLY=()
    _herd_words
    _herd_topic ''
    for word in "${words[@]:1:${#words[@]}-2}"; do
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

    word=${words[-1]}
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
