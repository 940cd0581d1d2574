package io.herd.api;

/** What a request is about, for whoever decides whether somebody may make it. */
public enum Subject {
    /** Nothing that belongs to anybody. */
    NOTHING,
    /** The daemon, or what is nobody's own there. */
    NODE,
    /** What makes its asker root on the host. */
    ROOT,
    /** The container in the path. */
    CONTAINER,
    /** The container in the parameter {@code container}. */
    CONTAINER_PARAMETER,
    /** A new container, in a form. */
    NEW_CONTAINER,
    /** What a container may use, in a form. */
    UPDATE,
    /** A command that is to run in the container in the path, in a form. */
    NEW_EXEC,
    /** The command in the path. */
    EXEC,
    /** All that fit the filters. */
    FILTERS,
    /** The image in the path. */
    IMAGE,
    /** The image in the path, which is only looked at. */
    IMAGE_READ,
    /** The image in the path, and its new name in the parameters. */
    IMAGE_TAG,
    /** The image in the parameters {@code fromImage} and {@code tag}. */
    IMAGE_PULL,
    /** The images in the parameters {@code names}. */
    IMAGES,
    NETWORK,
    VOLUME,
    /** In a form. */
    NEW_NETWORK,
    /** In a form. */
    NEW_VOLUME,
    /** The network in the path and the container in the form. */
    CONNECT,
    /** The same. */
    DISCONNECT;

    /** Whether the request must be whole before it is decided. */
    public boolean form() {
        return switch (this) {
            case NEW_CONTAINER, UPDATE, NEW_EXEC, NEW_NETWORK, NEW_VOLUME, CONNECT, DISCONNECT ->
                    true;
            case NOTHING,
                    NODE,
                    ROOT,
                    CONTAINER,
                    CONTAINER_PARAMETER,
                    EXEC,
                    FILTERS,
                    IMAGE,
                    IMAGE_READ,
                    IMAGE_TAG,
                    IMAGE_PULL,
                    IMAGES,
                    NETWORK,
                    VOLUME ->
                    false;
        };
    }
}
