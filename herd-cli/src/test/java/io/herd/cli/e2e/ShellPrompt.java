package io.herd.cli.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/** A shell at a terminal, as a user has it before him; util-linux's script makes the terminal. */
final class ShellPrompt implements AutoCloseable {

    private static final Duration LONGEST = Duration.ofSeconds(40);
    private static final String READY = "ready> ";
    // What a shell draws with.
    private static final Pattern DRAWING =
            Pattern.compile(
                    "\u001b(\\[[0-9;?>=]*[a-zA-Z]|\\][^\u0007\u001b]*(\u0007|\u001b\\\\)|[=>()][0B]?)|\r");
    private static final String TO_THE_BEGINNING = "\u0001";

    private final Process process;
    private final Path out;

    private ShellPrompt(Process process, Path out) {
        this.process = process;
        this.out = out;
    }

    /**
     * Starts the shell and waits for its prompt.
     *
     * @param shell a command line, in which the shell is made to have "ready> " as its prompt
     * @param home the user's
     * @param directory where it is started
     */
    static ShellPrompt of(String shell, Path home, Path directory, Map<String, String> environment)
            throws IOException {
        var data = home.resolve(".local/share");
        // If it is there, fish does not make some of its own, while the directory is being removed.
        Files.createDirectories(data.resolve("fish/generated_completions"));
        var out = Files.createTempFile("herd", ".terminal");
        var builder = new ProcessBuilder("script", "-qefc", shell, "/dev/null");
        builder.directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("TERM", "xterm");
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_CONFIG_HOME", home.resolve(".config").toString());
        builder.environment().put("XDG_DATA_HOME", data.toString());
        var prompt = new ShellPrompt(builder.start(), out);
        prompt.awaitSeen(READY);
        return prompt;
    }

    /** Types a line and waits for the next prompt. */
    void enter(String line) throws IOException {
        var done = "done " + line.length();
        // The shell prints something else than what is typed.
        type(line + "; echo 'done' " + line.length() + "\n");
        awaitSeen("\n" + done);
    }

    /**
     * What stands behind the prompt when the line is typed and the key for completion is pressed.
     */
    String completed(String line) throws IOException {
        int before = seen().length();
        type(line + "\t" + TO_THE_BEGINNING + "echo '<' \n");
        var shown = Pattern.compile("\n< (.*)\n");
        await().atMost(LONGEST)
                .alias(line)
                .until(() -> shown.matcher(seen().substring(before)).find());
        var found = shown.matcher(seen().substring(before));
        return found.find() ? found.group(1) : "";
    }

    /** Has a line completed and entered as it is then. */
    void enterCompleted(String line) throws IOException {
        type(line + "\t\n");
    }

    /** Leaves a line that goes on. */
    void drop() throws IOException {
        type("\u0003");
    }

    private void type(String keys) throws IOException {
        process.getOutputStream().write(keys.getBytes(UTF_8));
        process.getOutputStream().flush();
    }

    private void awaitSeen(String text) {
        await().atMost(LONGEST).alias(text).until(() -> seen().contains(text));
    }

    private String seen() throws IOException {
        return DRAWING.matcher(Files.readString(out)).replaceAll("");
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        Files.deleteIfExists(out);
    }
}
