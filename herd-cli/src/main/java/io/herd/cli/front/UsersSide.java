package io.herd.cli.front;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What the agent must know of the user to run a command as a process of the user's own would.
 *
 * @param environment the process's variables
 * @param found what the launcher has found out
 */
record UsersSide(Map<String, String> environment, Properties found) {

    // As herd reads it; a larger one is for the whole program to refuse.
    private static final int LARGEST_CONFIG = 1 << 20;

    // What could not be decoded of an argument is for the whole program to refuse.
    private static final char NO_TEXT = '\uFFFD';

    /** Whether the agent of this host is meant, and not another herd or key. */
    boolean meansTheAgent(String... arguments) {
        for (var argument : arguments) {
            if (is("--key", argument) || is("--join", argument)) {
                return false;
            }
        }
        return (variable("HERD_KEY") + variable("HERD_JOIN") + variable("HERD_DIRECT")).isEmpty();
    }

    /** Where keepers of this user listen: see herd keep. */
    List<String> keepers() {
        var directory = variable("XDG_RUNTIME_DIR") + "/herd/";
        var names = new File(directory).list();
        var sockets = new ArrayList<String>();
        if (names != null) {
            for (var name : names) {
                if (name.endsWith(".sock")) {
                    sockets.add(directory + name);
                }
            }
        }
        return sockets;
    }

    /** Where the agent may listen, in the order in which they are tried. */
    List<String> sockets(String... arguments) {
        var sockets = new ArrayList<String>(2);
        var named = named(arguments);
        if (named.isEmpty()) {
            sockets.add("/run/herd/herd.sock");
            var run = variable("XDG_RUNTIME_DIR");
            if (!run.isEmpty()) {
                sockets.add(run + "/herd.sock");
            }
        } else {
            sockets.add(named);
        }
        return sockets;
    }

    private String named(String... arguments) {
        for (int i = 0; i < arguments.length && !arguments[i].equals("--"); i++) {
            if (arguments[i].startsWith("--socket=")) {
                return arguments[i].substring("--socket=".length());
            }
            if (arguments[i].equals("--socket") && i + 1 < arguments.length) {
                return arguments[i + 1];
            }
        }
        return variable("HERD_SOCKET");
    }

    /**
     * The question to an agent or a keeper, as JSON; null if only the user's own process can run
     * the command.
     */
    @Nullable String line(String socket, String... arguments) {
        for (var argument : arguments) {
            if (needsThisProcess(argument)) {
                return null;
            }
        }
        try {
            return line(socket, configFile(), arguments);
        } catch (IOException e) {
            return null;
        }
    }

    // No other process reads a configuration that is typed.
    private static boolean needsThisProcess(String argument) {
        return argument.indexOf(NO_TEXT) >= 0 || is("--config", argument);
    }

    private static boolean is(String option, String argument) {
        return argument.startsWith(option)
                && (argument.length() == option.length()
                        || argument.charAt(option.length()) == '=');
    }

    private String line(String socket, @Nullable File config, String... arguments)
            throws IOException {
        var json = new JsonLine().begin('{');
        json.field("question", "run").name("line").begin('{');
        json.field("version", property("herd.version")).field("home", property("herd.home"));
        json.field("socket", socket);
        json.name("arguments").begin('[');
        for (var argument : arguments) {
            json.value(argument);
        }
        json.end(']').name("environment").begin('{');
        for (var variable : environment.entrySet()) {
            if (matters(variable.getKey(), arguments)) {
                json.field(variable.getKey(), variable.getValue());
            }
        }
        json.end('}');
        json.field("columns", property("herd.columns"));
        json.field("errColumns", property("herd.stderr"));
        json.flag("typed", property("herd.stdin").equals("terminal"));
        if (config != null) {
            json.field("configPath", config.getPath()).field("configText", text(config));
        }
        json.flag("templates", exists(own("XDG_CONFIG_HOME", "/.config"), "/herd/templates"));
        json.flag("logins", exists(own("DOCKER_CONFIG", "/.docker"), "/config.json"));
        return json.end('}').end('}').toString();
    }

    // Those of herd, of the terminal, and any whose name is in an argument, as in -e NAME.
    private static boolean matters(String name, String... arguments) {
        if (name.startsWith("HERD_")
                || name.equals("NO_COLOR")
                || name.equals("TERM")
                || name.equals("XDG_RUNTIME_DIR")) {
            return true;
        }
        for (var argument : arguments) {
            if (argument.contains(name)) {
                return true;
            }
        }
        return false;
    }

    /** The file that the user names, else the first that exists of his own and the system's. */
    private @Nullable File configFile() {
        var named = variable("HERD_CONFIG");
        if (!named.isEmpty()) {
            return new File(named);
        }
        var own = own("XDG_CONFIG_HOME", "/.config");
        if (exists(own, "/herd/herd.json")) {
            return new File(own + "/herd/herd.json");
        }
        var system = new File("/etc/herd/herd.json");
        return system.exists() ? system : null;
    }

    private static String text(File file) throws IOException {
        try (var in = new FileInputStream(file)) {
            var bytes = in.readNBytes(LARGEST_CONFIG + 1);
            var text = new String(bytes, UTF_8);
            if (bytes.length > LARGEST_CONFIG) {
                throw new IOException("too large");
            }
            return text;
        }
    }

    private static boolean exists(String directory, String name) {
        return !directory.isEmpty() && new File(directory + name).exists();
    }

    // Where the variable says, or else below the user's home; empty for a user without one.
    private String own(String variable, String usual) {
        var said = variable(variable);
        if (!said.isEmpty()) {
            return said;
        }
        var home = variable("HOME");
        return home.isEmpty() ? "" : home + usual;
    }

    private String variable(String name) {
        var value = environment.get(name);
        return value == null ? "" : value;
    }

    private String property(String name) {
        return found.getProperty(name, "");
    }
}
