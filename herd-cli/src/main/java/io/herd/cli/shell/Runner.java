package io.herd.cli.shell;

import java.util.List;

/** Does what lines ask for. Each method says how that ended: an exit code of herd's. */
interface Runner {

    int run(List<String> arguments);

    int watch(ShellCommandLine.Watch line);

    int help();

    int wrong(String why);
}
