package io.herd.herd.creation;

import io.herd.herd.answer.Progress;
import io.herd.herd.creation.ContainerCreator.Tried;
import io.herd.herd.creation.ContainerCreator.Tried.Miss;
import io.herd.herd.creation.ContainerCreator.Tried.Success;
import io.herd.herd.creation.Instance.Made;

/** Reports each instance of an order to the progress listener as soon as its result is final. */
record Announcer(Progress.Listener listener) {

    void there(Made made) {
        listener.hear(
                made.created().startFailure().isEmpty()
                        ? new Progress.Created(made.number(), made.node())
                        : new Progress.NotStarted(made.number(), made.node()));
    }

    void tried(Tried tried) {
        switch (tried) {
            case Success(Made made) -> there(made);
            case Miss miss -> {
                // Otherwise another node may still create it.
                if (!miss.elsewhere()) {
                    failed(miss.instance());
                }
            }
        }
    }

    void failed(int instance) {
        listener.hear(new Progress.Failed(instance));
    }
}
