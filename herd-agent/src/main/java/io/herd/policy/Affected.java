package io.herd.policy;

import io.herd.model.RawJson;
import io.herd.model.ResourceKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What an operation is done to. Where whoever asks for it may have to be given something narrower
 * than what he asks, it also says how.
 *
 * @param <T> an action or a stream
 */
public sealed interface Affected<T> {

    /** Nothing that belongs to anybody. */
    record Nothing<T>() implements Affected<T> {}

    /**
     * What is for admins alone.
     *
     * @param why such as that it makes whoever does it root on the host
     */
    record Root<T>(String why) implements Affected<T> {}

    /**
     * A command that was started in a container.
     *
     * @param id the command's
     */
    record Started<T>(String id) implements Affected<T> {}

    /** What agents tell each other, and do by themselves. */
    record Herd<T>() implements Affected<T> {}

    /**
     * The node, its daemon, or what is nobody's own there.
     *
     * @param name may be empty
     */
    record Node<T>(String name) implements Affected<T> {

        static <T> Node<T> itself() {
            return new Node<>("");
        }
    }

    /**
     * Images that must be among those that a rule names.
     *
     * @param references with or without a tag, or ids
     */
    record Images<T>(List<String> references) implements Affected<T> {}

    /**
     * Containers that are there.
     *
     * @param ids full ids
     */
    record Containers<T>(List<String> ids) implements Affected<T> {

        static <T> Containers<T> one(String id) {
            return new Containers<>(List.of(id));
        }
    }

    /**
     * A container in which a command is started.
     *
     * @param user whether it is to run as another user than the container's
     */
    record Command<T>(String id, boolean user, boolean privileged) implements Affected<T> {}

    /**
     * A container whose resources or restart policy are changed.
     *
     * @param form the Docker API's
     * @param of makes the operation out of another form
     */
    record Resources<T>(String id, RawJson form, Function<RawJson, T> of) implements Affected<T> {}

    /** Containers that a reference fits. */
    record Matching<T>() implements Affected<T> {}

    /**
     * A container that is made.
     *
     * @param form the Docker API's
     * @param of makes the operation out of another form
     */
    record NewContainer<T>(Optional<String> name, RawJson form, Function<RawJson, T> of)
            implements Affected<T> {}

    /**
     * All that fit the Docker API's filters and have labels.
     *
     * @param of makes the operation out of other filters
     */
    record Filtered<T>(Map<String, List<String>> filters, Function<Map<String, List<String>>, T> of)
            implements Affected<T> {}

    /**
     * A volume or network.
     *
     * @param of makes the operation out of another name
     */
    record Resource<T>(ResourceKind kind, String name, Function<String, T> of)
            implements Affected<T> {}

    /**
     * A volume or network that is made.
     *
     * @param form the Docker API's
     * @param of makes the operation out of another form
     */
    record NewResource<T>(ResourceKind kind, RawJson form, Function<RawJson, T> of)
            implements Affected<T> {}

    /**
     * A container that is connected to a network.
     *
     * @param form the Docker API's, with the container in it
     * @param of makes the operation out of another name of the network and another form
     */
    record Connected<T>(String network, RawJson form, BiFunction<String, RawJson, T> of)
            implements Affected<T> {}

    /**
     * A container that is disconnected from a network.
     *
     * @param id the container's
     */
    record Disconnected<T>(String network, String id) implements Affected<T> {}
}
