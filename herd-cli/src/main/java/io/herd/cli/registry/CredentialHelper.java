package io.herd.cli.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.herd.json.UnexpectedJsonException;
import io.herd.json.docker.LoginJson;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs a docker credential helper, a program that keeps logins: it reads a registry from stdin and
 * writes the login to stdout, by the protocol of github.com/docker/docker-credential-helpers. Its
 * output never becomes part of an error.
 *
 * @param program its name or path
 * @param patience how long it may take, perhaps asking the user for a passphrase
 */
record CredentialHelper(String program, Duration patience) {

    // The text that every helper prints if it has no login there.
    private static final String NOT_FOUND = "credentials not found in native keychain";
    private static final int LARGEST = 1 << 20;

    private record Answer(int exit, String text) {}

    Login login(Registry registry) {
        try {
            var process =
                    new ProcessBuilder(program, "get").redirectError(Redirect.INHERIT).start();
            return login(registry, process);
        } catch (IOException _) {
            return unreadable("cannot be started; see that it is installed and in the PATH");
        }
    }

    private Login login(Registry registry, Process process) {
        // Reading cannot be interrupted, so it is done in a thread that may be left behind.
        var answer = new FutureTask<>(() -> answer(registry, process));
        Thread.ofPlatform().daemon().name("herd-login").start(answer);
        try {
            return login(registry, answer.get(patience.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException _) {
            return unreadable("gave no answer within " + patience.toSeconds() + " s");
        } catch (ExecutionException _) {
            return unreadable("ended without an answer");
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return unreadable("was interrupted");
        } finally {
            end(process);
        }
    }

    // The helper itself first: if it is a shell, it complains when a process that it has started is
    // killed.
    private static void end(Process process) {
        var children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private static Answer answer(Registry registry, Process process)
            throws IOException, InterruptedException {
        try (var in = process.getOutputStream()) {
            in.write(registry.key().getBytes(UTF_8));
        } catch (IOException _) {
            // A helper for a single registry need not read its name: its answer counts.
        }
        try (var out = process.getInputStream()) {
            var text = new String(out.readNBytes(LARGEST), UTF_8);
            return new Answer(process.waitFor(), text);
        }
    }

    private Login login(Registry registry, Answer answer) {
        if (answer.exit() != 0) {
            return answer.text().contains(NOT_FOUND)
                    ? new Login.None()
                    : unreadable(
                            "failed; 'echo %s | %s get' shows why"
                                    .formatted(registry.key(), program));
        }
        try {
            return Login.of(LoginJson.answer(registry.key(), answer.text()));
        } catch (UnexpectedJsonException e) {
            return unreadable("is not understood: " + e.getMessage());
        }
    }

    private Login unreadable(String what) {
        return new Login.Unreadable(program + " " + what);
    }
}
