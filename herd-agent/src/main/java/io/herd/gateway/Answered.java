package io.herd.gateway;

import io.herd.json.SeedRequest;
import io.herd.json.SeedRequest.Create;
import io.herd.json.SeedRequest.Delete;
import io.herd.json.SeedRequest.Inspect;
import io.herd.json.SeedRequest.ListContainers;
import io.herd.json.SeedRequest.ListImages;
import io.herd.json.SeedRequest.Register;
import io.herd.json.SeedRequest.Restart;
import io.herd.json.SeedRequest.Start;
import io.herd.json.SeedRequest.Stop;
import io.herd.json.SeedRequest.Unregister;

/**
 * An answer.
 *
 * @param word what it is counted under, one of a fixed set
 */
record Answered(String word, Reply reply) {

    static Answered of(SeedRequest request, Reply reply) {
        return new Answered(word(request), reply);
    }

    /** One that answers nothing that could be counted. */
    static Answered none(Problem problem) {
        return new Answered("none", problem.reply());
    }

    /** One to a request that was not read to its end. */
    static Answered last(Problem problem) {
        return new Answered("none", problem.reply().closing());
    }

    // Dashboards know these words.
    private static String word(SeedRequest request) {
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
