package io.herd.cli.command.filter;

import java.util.Arrays;
import java.util.List;

/**
 * What {@code --filter} is for, with the filters that docker documents. For completion only: a
 * daemon decides which filters it knows, and refuses others itself.
 */
public enum Filterable {
    CONTAINERS(
            "ancestor= before= expose= exited= id= label= name= network= publish= since= volume="
                    + " health=healthy health=none health=starting health=unhealthy"
                    + " status=created status=dead status=exited status=paused status=removing"
                    + " status=restarting status=running"),
    IMAGES("before= dangling=false dangling=true label= reference= since= until="),
    VOLUMES("dangling=false dangling=true driver= label= name="),
    NETWORKS(
            "dangling=false dangling=true driver= id= label= name="
                    + " scope=global scope=local scope=swarm type=builtin type=custom"),
    EVENTS(
            "container= daemon= event= image= label= network= volume="
                    + " type=container type=daemon type=image type=network type=volume"),
    PRUNED_VOLUMES("label="),
    PRUNED("label= until=");

    private final String words;

    Filterable(String words) {
        this.words = words;
    }

    /** Filters; behind one that ends with {@code =} comes a value of its own. */
    public List<String> words() {
        return Arrays.stream(words.split(" ")).sorted().toList();
    }
}
