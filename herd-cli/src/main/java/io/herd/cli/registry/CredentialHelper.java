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
 * A program that keeps logins: told a registry on its stdin it answers with the login on its
 * stdout, by the protocol of github.com/docker/docker-credential-helpers. What it answers is never
 * part of an error.
 *
 * @param program its name or path
 * @param patience how long it may take, perhaps asking the user for a passphrase
 */
record CredentialHelper(String program, Duration patience) {

    // What every helper says that has no login there.
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
        // Reading cannot be interrupted, so it gets a thread that may be left behind.
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

    // First itself: a shell complains when what it has started is killed.
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
            // One that knows a single registry need not read which: its answer counts.
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
