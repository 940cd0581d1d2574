/**
 * What was measured of a herd.
 *
 * @param agents how many it has
 * @param formed seconds from the start of the first agent until each sees all
 * @param join seconds from the start of one more agent until each sees it
 * @param kill seconds from the end of one agent until nobody sees it
 * @param sent bytes that an agent sends each second at rest, with what TCP adds
 * @param processor share of a core that an agent takes at rest
 * @param resident bytes of an agent's share of its process
 * @param heap bytes of that which are alive on the heap
 */
record Measured(
        int agents,
        double formed,
        Latency list,
        Latency resolve,
        double join,
        double kill,
        double sent,
        double processor,
        double resident,
        double heap) {}
