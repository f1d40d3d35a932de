/** The contract service, started as a harness would start it and driven as a harness would drive it. */
@NullMarked
package dev.signalbox.host.contract;

import org.jspecify.annotations.NullMarked;
