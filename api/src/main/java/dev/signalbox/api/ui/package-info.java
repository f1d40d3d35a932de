/** The few types of the plug-in API that need Swing. Component factories run on the EDT. */
@NullMarked
package dev.signalbox.api.ui;

import org.jspecify.annotations.NullMarked;
