package io.herd.cli.context;

/** Where a command can run: only in the process that the user has started, or in the agent's. */
public enum Place {
    /** In any process: it has to do with the herd only. */
    ANYWHERE,
    /** In any, unless a person sits at the terminal, who would be asked or be shown a picture. */
    UNATTENDED,
    /** In any, if the user has no logins at registries. */
    WITHOUT_LOGINS,
    /** In any, if the user has no templates of his own: then those of the system count. */
    WITHOUT_TEMPLATES,
    /** In the user's own process: it needs his files, standard input, terminal or signals. */
    CALLERS
}
