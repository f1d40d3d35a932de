package dev.signalbox.host.bench.ui;

/**
 * What a measurement belongs to.
 *
 * @param subject who is measured
 * @param orders how many orders there are
 * @param rate updates a second over all orders, as asked
 * @param mode what the operator has set
 */
record Cell(String subject, int orders, int rate, Mode mode) {}
