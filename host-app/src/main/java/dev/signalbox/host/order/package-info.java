/**
 * The orders on screen: {@code OrderBook} merges what the bus brings into rows, {@code OrderTableModel} and
 * {@code OrderRowSorter} show them, {@link dev.signalbox.host.order.OrderPanel} is the door for the shell. Everything here
 * belongs to the EDT.
 */
@NullMarked
package dev.signalbox.host.order;

import org.jspecify.annotations.NullMarked;
