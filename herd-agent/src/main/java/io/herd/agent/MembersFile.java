package io.herd.agent;

import io.herd.cluster.Member;
import io.herd.cluster.Roster;
import io.herd.json.wire.Wire;
import io.herd.json.wire.WireException;
import io.herd.model.NodeName;
import io.herd.model.RawJson;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * File with who is in the herd and who is missing, so that an agent that is started again where it
 * reaches nobody knows whom it misses. Without the file it knows nobody: nothing depends on it.
 */
final class MembersFile {

    private static final System.Logger LOG = System.getLogger("io.herd.agent");
    // A thousand nodes need a twentieth of it.
    private static final long MOST_BYTES = 1 << 20;

    private final Path file;
    private final String herd;
    private Map<NodeName, String> written = Map.of();

    /**
     * @param herd the herd's name; what the file says of another is not used
     */
    MembersFile(Path file, String herd) {
        this.file = file;
        this.herd = herd;
    }

    /**
     * Where systemd lets the service keep its state, or else beside the agent's socket.
     *
     * @param environment the process's environment: systemd.exec(5)
     * @return empty if there is neither
     */
    static Optional<MembersFile> of(AgentSettings settings, Map<String, String> environment) {
        return Optional.ofNullable(environment.get("STATE_DIRECTORY"))
                .map(directories -> Path.of(directories.split(":", 2)[0], "herd.members"))
                .or(() -> settings.socket().map(it -> beside(it.path())))
                .map(file -> new MembersFile(file, settings.cluster().herd()));
    }

    private static Path beside(Path socket) {
        var name = String.valueOf(socket.getFileName()).replaceFirst("\\.sock$", "");
        return socket.resolveSibling(name + ".members");
    }

    /** All that were in the herd or missing when the file was written; none without it. */
    synchronized List<Member> read() {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException("it is longer than %d bytes".formatted(MOST_BYTES));
            }
            var members = Wire.members(new RawJson(Files.readString(file)));
            return members.herd().equals(herd)
                    ? members.addresses().entrySet().stream()
                            .map(it -> new Member(it.getKey(), it.getValue()))
                            .toList()
                    : List.of();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | WireException e) {
            LOG.log(
                    Level.WARNING,
                    "cannot read who was in the herd, in {0}: {1}",
                    file,
                    e.getMessage());
            return List.of();
        }
    }

    /** Writes it, if something has changed. */
    synchronized void write(Roster roster) {
        var all = new TreeMap<>(roster.addresses());
        roster.gone().forEach(it -> all.put(it.name(), it.address()));
        if (all.equals(written)) {
            return;
        }
        var begun = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.writeString(begun, Wire.members(new Wire.Members(herd, all, List.of())).text());
            Files.move(begun, file, StandardCopyOption.ATOMIC_MOVE);
            written = all;
        } catch (IOException e) {
            // A disk that is full, or a directory that is another's: the herd works all the same.
            LOG.log(Level.DEBUG, "cannot note who is in the herd", e);
        }
    }
}
