package io.herd.cli.context;

import io.herd.cli.render.Report;
import java.util.concurrent.Callable;

/**
 * A command of herd's. Where it can run may depend on its options, so it is asked after parsing.
 */
public interface HerdCommand extends Callable<Report> {

    Place place();

    /** A command that has to do with the herd only, whatever its options. */
    interface Anywhere extends HerdCommand {

        @Override
        default Place place() {
            return Place.ANYWHERE;
        }
    }

    /** A command that always runs in the user's own process. */
    interface Callers extends HerdCommand {

        @Override
        default Place place() {
            return Place.CALLERS;
        }
    }
}
