package io.herd.users;

import io.herd.json.policy.BadPolicyException;
import io.herd.json.policy.PolicyJson;
import io.herd.json.text.JsonFile;
import io.herd.model.IoReason;
import io.herd.policy.Policy;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The policy in a file, as it was when the file was last read. Thread-safe. */
public final class PolicyFile implements Supplier<Policy> {

    /** Where it usually is; if there is none, the usual policy holds. */
    public static final Path USUAL = Path.of("/etc/herd/policy.json");

    private static final System.Logger LOG = System.getLogger("io.herd.users");
    private static final Set<PosixFilePermission> OTHERS_MAY_WRITE =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Optional<Path> file;
    private volatile Policy policy;

    private PolicyFile(Optional<Path> file, Policy policy) {
        this.file = file;
        this.policy = policy;
    }

    /**
     * @param file none for the usual policy
     * @throws IllegalArgumentException when it cannot be read, or is none
     */
    public static PolicyFile of(Optional<Path> file) {
        return new PolicyFile(file, file.map(PolicyFile::read).orElse(Policy.USUAL));
    }

    @Override
    public Policy get() {
        return policy;
    }

    /** Reads the file again; if that fails, what it was before holds on. */
    public void reload() {
        if (file.isEmpty()) {
            return;
        }
        try {
            policy = read(file.get());
            LOG.log(
                    Level.INFO,
                    Files.exists(file.get())
                            ? "the policy in {0} holds from now on"
                            : "there is no {0}: the usual policy holds",
                    file.get());
        } catch (IllegalArgumentException e) {
            LOG.log(Level.ERROR, "{0}; the policy from before holds on", e.getMessage());
        }
    }

    private static Policy read(Path file) {
        try {
            // Whoever may write it may do everything.
            if (Files.getPosixFilePermissions(file).stream().anyMatch(OTHERS_MAY_WRITE::contains)) {
                throw new IllegalArgumentException(
                        "others than its owner can write %s: 'chmod go-w %s'"
                                .formatted(file, file));
            }
            return PolicyJson.read(JsonFile.read(file));
        } catch (NoSuchFileException e) {
            if (file.equals(USUAL)) {
                return Policy.USUAL;
            }
            throw new IllegalArgumentException("there is no policy %s".formatted(file), e);
        } catch (BadPolicyException e) {
            throw new IllegalArgumentException("%s: %s".formatted(file, e.getMessage()), e);
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "cannot read the policy %s: %s".formatted(file, IoReason.of(e)), e);
        }
    }
}
