import java.util.Arrays;

/**
 * How long a request takes, in milliseconds.
 *
 * @param incomplete how many of the requests had not the answers of all nodes
 */
record Latency(double p50, double p99, int incomplete) {

    static Latency of(double[] times, int incomplete) {
        Arrays.sort(times);
        return new Latency(times[times.length / 2], times[times.length * 99 / 100], incomplete);
    }

    /** As one process tells it to another. */
    String line() {
        return p50 + " " + p99 + " " + incomplete;
    }

    static Latency parse(String line) {
        var words = line.split(" ");
        return new Latency(
                Double.parseDouble(words[0]), Double.parseDouble(words[1]), Integer.parseInt(words[2]));
    }
}
