package io.herd.gateway;

import io.herd.json.dockermod.DockerModRequest;
import io.herd.json.dockermod.DockerModRequest.Create;
import io.herd.json.dockermod.DockerModRequest.Delete;
import io.herd.json.dockermod.DockerModRequest.Inspect;
import io.herd.json.dockermod.DockerModRequest.ListContainers;
import io.herd.json.dockermod.DockerModRequest.ListImages;
import io.herd.json.dockermod.DockerModRequest.Register;
import io.herd.json.dockermod.DockerModRequest.Restart;
import io.herd.json.dockermod.DockerModRequest.Start;
import io.herd.json.dockermod.DockerModRequest.Stop;
import io.herd.json.dockermod.DockerModRequest.Unregister;

/**
 * A reply, with the word under which the metrics count it.
 *
 * @param word label in the metrics, one of a fixed set
 */
record Answered(String word, HttpReply reply) {

    static Answered of(DockerModRequest request, HttpReply reply) {
        return new Answered(word(request), reply);
    }

    /** The reply to something that is none of the counted actions. */
    static Answered none(Problem problem) {
        return new Answered("none", problem.reply());
    }

    // Dashboards use these words.
    private static String word(DockerModRequest request) {
        return switch (request) {
            case Create _ -> "Create";
            case Start _ -> "Start";
            case Stop _ -> "Stop";
            case Restart _ -> "Restart";
            case Delete _ -> "Delete";
            case Inspect _ -> "Inspect";
            case ListContainers _ -> "ListContainers";
            case ListImages _ -> "ListImages";
            case Register _ -> "Register";
            case Unregister _ -> "Unregister";
        };
    }
}
