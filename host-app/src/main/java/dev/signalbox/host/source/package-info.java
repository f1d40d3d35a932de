/** Supervision: what lies between the sessions of a source, and which keys are followed. */
@NullMarked
package dev.signalbox.host.source;

import org.jspecify.annotations.NullMarked;
