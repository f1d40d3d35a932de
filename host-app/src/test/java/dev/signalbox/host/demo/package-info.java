@NullMarked
package dev.signalbox.host.demo;

import org.jspecify.annotations.NullMarked;
