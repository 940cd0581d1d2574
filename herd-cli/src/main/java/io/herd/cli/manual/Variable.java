package io.herd.cli.manual;

import java.util.List;

/** An environment variable that stands for no option. */
record Variable(String name, String meaning) {

    static final List<Variable> OTHERS =
            List.of(
                    new Variable(
                            "DOCKER_HOST",
                            "The Docker daemon of an agent, where --docker is not given."),
                    new Variable(
                            "HERD_AGENT_HEAP",
                            "Memory that an agent may take for its data, such as 512m. Default: 256m."),
                    new Variable(
                            "HERD_COMPLETION_TIMEOUT",
                            "How long completion in a shell may take to get names, by joining if this host has no agent. Default: 250ms, without joining."),
                    new Variable("HERD_JAVA", "The Java to run on, the path of bin/java itself."),
                    new Variable("NO_COLOR", "Not empty: no colour on a terminal."),
                    new Variable(
                            "XDG_CONFIG_HOME",
                            "Where herd/herd.json and herd/templates are looked for. Default: ~/.config."));
}
