package io.herd.cli.front;

import java.io.IOException;

/**
 * Entry point of a short command on a host with an agent. The agent runs the command line in its
 * warm process; if it cannot, this process becomes the whole program. The launcher starts it only
 * if there is a socket.
 */
public final class Front {

    private Front() {}

    /**
     * @param arguments as typed
     */
    public static void main(String... arguments) {
        int code = run(new UsersSide(System.getenv(), System.getProperties()), arguments);
        if (code == Conversation.NOT_HERE) {
            code = WholeProgram.become(System.getProperty("herd.home", ""), arguments.length);
        }
        Runtime.getRuntime().halt(code);
    }

    /** Has the agent run a command line; returns its exit code, or that it does not. */
    static int run(UsersSide user, String... arguments) {
        for (var socket : user.sockets(arguments)) {
            try (var conversation = Conversation.at(socket)) {
                var line = user.line(socket, arguments);
                return line == null ? Conversation.NOT_HERE : conversation.run(line);
            } catch (IOException e) {
                // Nobody listens there: perhaps at the next one, or else the whole program says so.
            }
        }
        return Conversation.NOT_HERE;
    }
}
