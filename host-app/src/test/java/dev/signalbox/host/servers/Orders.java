package dev.signalbox.host.servers;

/** What servers are told to send. */
final class Orders {
    private Orders() {}

    /** An update of one order that is on its way. */
    static String moving(String id, String message) {
        return "{\"orderUpdates\":{\"" + id + "\":{\"state\":\"PROCESSING\",\"status\":\"IN_PROGRESS\",\"message\":\""
                + message + "\"}}}";
    }

    static String moving(String id) {
        return moving(id, "on its way");
    }
}
