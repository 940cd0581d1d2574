package io.herd.cli.front;

import io.herd.cli.process.QuitSignal;
import java.io.IOException;

/**
 * Entry point of a short command on a host with an agent. The agent runs the command line in its
 * warm process; if it cannot, this process becomes the whole program. The launcher starts it only
 * if there is a socket.
 */
public final class Front {

    // As io.herd.cli.render.ExitCode has it.
    private static final int INTERRUPTED = 130;

    private Front() {}

    /**
     * @param arguments as typed
     */
    public static void main(String... arguments) {
        leaveWhenTold(arguments);
        int code = run(new UsersSide(System.getenv(), System.getProperties()), arguments);
        if (code == Conversation.NOT_HERE) {
            code = WholeProgram.become(System.getProperty("herd.home", ""), arguments.length);
        }
        Runtime.getRuntime().halt(code);
    }

    // As the whole program does: at Ctrl-\\ a user leaves a process in a container, and the JVM
    // would print its threads.
    private static void leaveWhenTold(String... arguments) {
        for (var argument : arguments) {
            if (argument.equals("exec")) {
                var _ = QuitSignal.to(() -> Runtime.getRuntime().halt(INTERRUPTED));
                return;
            }
        }
    }

    /** Has the agent or a keeper run a command line; returns its exit code, or that none does. */
    static int run(UsersSide user, String... arguments) {
        if (user.meansTheAgent(arguments)) {
            for (var socket : user.sockets(arguments)) {
                try {
                    return ask(socket, user, arguments);
                } catch (IOException e) {
                    // Nobody listens there: perhaps at the next one, or else the whole program says
                    // so.
                }
            }
        }
        for (var socket : user.keepers()) {
            try {
                int code = ask(socket, user, arguments);
                if (code != Conversation.NOT_HERE) {
                    return code;
                }
            } catch (IOException e) {
                // It was killed, and its socket is left.
            }
        }
        return Conversation.NOT_HERE;
    }

    private static int ask(String socket, UsersSide user, String... arguments) throws IOException {
        try (var conversation = Conversation.at(socket)) {
            var line = user.line(socket, arguments);
            return line == null ? Conversation.NOT_HERE : conversation.run(line);
        }
    }
}
