package dev.signalbox.host.demo;

import java.util.List;
import java.util.SplittableRandom;

/** The ways one order can go: who packs it, who carries it, and what is said about it on the way. */
record Journey(String orderId, String warehouse, String carrier, int items, int aisle, int dock, int tracking) {
    private static final List<String> WAREHOUSES = List.of("Leipzig", "Lyon", "Gdańsk", "Turin", "Malmö");
    private static final List<String> CARRIERS = List.of("Northline", "Parcelo", "BlueVan Express", "Kestrel Freight");

    static Journey drawn(String orderId, SplittableRandom random) {
        return new Journey(
                orderId,
                WAREHOUSES.get(random.nextInt(WAREHOUSES.size())),
                CARRIERS.get(random.nextInt(CARRIERS.size())),
                random.nextInt(1, 9),
                random.nextInt(1, 40),
                random.nextInt(1, 12),
                random.nextInt(100_000, 1_000_000));
    }

    DemoOrder received() {
        return moving("Order received, waiting for the payment");
    }

    List<DemoOrder> shipped() {
        return List.of(paid(), picking(), packing(), labelled(), handedOver(), onItsWay());
    }

    List<DemoOrder> withdrawn() {
        return List.of(
                paid(),
                picking(),
                moving("Customer asks to cancel, stopping the picking"),
                order("CANCELLED", "IN_PROGRESS", items("Returning ", " to the shelf in " + warehouse)),
                order("CANCELLED", "COMPLETED", "Cancelled by the customer, refund on its way"));
    }

    List<DemoOrder> paymentRefused() {
        return List.of(
                moving("Asking the bank for the payment"),
                moving("Payment declined, second attempt"),
                order("CANCELLED", "FAILED", "Payment refused by the bank: card expired. Ask for another card."));
    }

    List<DemoOrder> addressRejected() {
        return List.of(
                paid(),
                picking(),
                packing(),
                labelled(),
                handedOver(),
                order(
                        "CANCELLED",
                        "FAILED",
                        carrier + " rejected the address: street number missing. Parcel returns to " + warehouse
                                + "."));
    }

    List<DemoOrder> jammedThenShipped() {
        return List.of(
                paid(),
                picking(),
                order("PROCESSING", "FAILED", "Packing line " + dock + " in " + warehouse + " stopped: carton jammed"),
                moving("Packing again by hand in " + warehouse),
                labelled(),
                handedOver(),
                onItsWay());
    }

    private DemoOrder paid() {
        return moving("Payment confirmed, sent to warehouse " + warehouse);
    }

    private DemoOrder picking() {
        return moving(items("Picking ", " in " + warehouse + ", aisle " + aisle));
    }

    private DemoOrder packing() {
        return moving(items("Packing ", " in " + warehouse));
    }

    private DemoOrder labelled() {
        return moving("Label printed for " + carrier);
    }

    private DemoOrder handedOver() {
        return order("SHIPPED", "IN_PROGRESS", "Handed to " + carrier + " at dock " + dock);
    }

    private DemoOrder onItsWay() {
        return order("SHIPPED", "COMPLETED", "On its way with " + carrier + ", tracking " + tracking);
    }

    private String items(String before, String after) {
        return before + (items == 1 ? "1 item" : items + " items") + after;
    }

    private DemoOrder moving(String message) {
        return order("PROCESSING", "IN_PROGRESS", message);
    }

    private DemoOrder order(String state, String status, String message) {
        return new DemoOrder(orderId, state, status, message);
    }
}
