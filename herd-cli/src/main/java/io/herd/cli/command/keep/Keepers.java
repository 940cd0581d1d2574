package io.herd.cli.command.keep;

import io.herd.cli.context.CommandContext;
import io.herd.cluster.socket.SocketCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The user's keepers, as they are now. */
record Keepers(List<Keeper> answering, List<Path> silent) {

    /**
     * A keeper.
     *
     * @param herd the name of its herd
     * @param nodes that it can ask
     */
    record Keeper(String herd, List<String> nodes, Path socket) {}

    static Keepers of(CommandContext context) throws IOException {
        var answering = new ArrayList<Keeper>();
        var silent = new ArrayList<Path>();
        var sockets = context.keepers();
        for (var socket : sockets.isPresent() ? sockets.get().all() : List.<Path>of()) {
            at(socket).ifPresentOrElse(answering::add, () -> silent.add(socket));
        }
        return new Keepers(answering, silent);
    }

    private static Optional<Keeper> at(Path socket) {
        return SocketCluster.at(socket).map(it -> new Keeper(it.herd(), nodes(it), socket));
    }

    private static List<String> nodes(SocketCluster cluster) {
        return cluster.members().stream().map(it -> it.name().value()).toList();
    }

    /** A keeper that finds its socket removed leaves. */
    static void stop(Path socket) throws IOException {
        Files.deleteIfExists(socket);
    }
}
