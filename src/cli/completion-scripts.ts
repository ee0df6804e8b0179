/** The shells completion is written for. */
export const SHELLS = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof SHELLS)[number]

// Every script asks `itb completion candidates -- WORDS`, one word a line with its meaning behind a tab;
// the line `:files` stands for the files of the shell.

// bash takes words apart at = and : and replaces only the last part, which is made good here; the bash of a
// Mac has no compopt.
const BASH = `# bash completion for itb; put this into ~/.bashrc:  eval "$(itb completion bash)"
_itb() {
  local words=() word kept i
  for ((i = 1; i <= COMP_CWORD; i++)); do
    word=\${COMP_WORDS[i]}
    if ((i > 1)) && [[ $word == [=:]* || \${COMP_WORDS[i - 1]} == *[=:] ]]; then
      words[\${#words[@]} - 1]+=$word
    else
      words+=("$word")
    fi
  done
  local current=\${words[\${#words[@]} - 1]}
  kept=\${current%"\${current##*[=:]}"}
  COMPREPLY=()
  while IFS=$'\\t' read -r word _; do
    if [[ $word == :files ]]; then
      type compopt &>/dev/null && compopt -o filenames 2>/dev/null
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "\${current#"$kept"}")
    else
      [[ $word == *= ]] && type compopt &>/dev/null && compopt -o nospace 2>/dev/null
      COMPREPLY+=("\${word#"$kept"}")
    fi
  done < <(itb completion candidates -- "\${words[@]}" 2>/dev/null)
}
complete -F _itb itb
`

const ZSH = `#compdef itb
# zsh completion for itb; put this into ~/.zshrc behind compinit:  eval "$(itb completion zsh)"
_itb() {
  local line word files
  local -a plain open
  for line in "\${(@f)$(itb completion candidates -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)}"; do
    word=\${line%%$'\\t'*}
    if [[ $word == :files ]]; then
      files=yes
    elif [[ $word == *= ]]; then
      open+=("\${word//:/\\\\:}:\${line#*$'\\t'}")
    elif [[ -n $word ]]; then
      plain+=("\${word//:/\\\\:}:\${line#*$'\\t'}")
    fi
  done
  ((\${#plain})) && _describe -V itb plain
  ((\${#open})) && _describe -V itb open -S ''
  if [[ -n $files ]]; then
    [[ \${words[CURRENT]} == -*=* ]] && compset -P 1 '*='
    _files
  fi
}
if [[ \${funcstack[1]} == _itb ]]; then _itb "$@"; else compdef _itb itb; fi
`

const FISH = `# fish completion for itb; put this into your config.fish:  itb completion fish | source
function __itb_candidates
    set -l words (commandline -opc)
    set -e words[1]
    set -l current (commandline -ct | string unescape)
    for line in (itb completion candidates -- $words "$current" 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path (string replace -r '^-.*=' '' -- "$current")
        else
            echo $line
        end
    end
end
complete -c itb -f -k -a '(__itb_candidates)'
`

/** The script by which a shell completes `itb`. */
export const SCRIPTS: Readonly<Record<Shell, string>> = { bash: BASH, zsh: ZSH, fish: FISH }
