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
        # @handed@
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
