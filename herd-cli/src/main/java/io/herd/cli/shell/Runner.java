package io.herd.cli.shell;

import java.util.List;

/** Carries out what lines ask for. Each method returns an exit code. */
interface Runner {

    int run(List<String> arguments);

    int watch(ShellCommandLine.Watch line);

    int history();

    int clear();

    int help();

    int wrong(String why);
}
