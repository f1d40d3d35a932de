package dev.signalbox.host.order;

import javax.swing.event.DocumentEvent;
import javax.swing.text.AttributeSet;
import javax.swing.text.BadLocationException;
import javax.swing.text.PlainDocument;
import org.jspecify.annotations.Nullable;

/**
 * A text of bounded length. A replacement is told once: told as a removal and an insertion, each new search would first
 * show everything.
 */
final class SearchDocument extends PlainDocument {
    static final int MOST_CHARACTERS = 500;

    private final transient Runnable changed;
    private transient boolean replacing;

    SearchDocument(Runnable changed) {
        this.changed = changed;
    }

    @Override
    public void replace(int offset, int length, @Nullable String text, @Nullable AttributeSet attributes)
            throws BadLocationException {
        replacing = true;
        try {
            super.replace(offset, length, text, attributes);
        } finally {
            replacing = false;
        }
        changed.run();
    }

    /** Cuts what is too long. */
    @Override
    public void insertString(int offset, @Nullable String text, @Nullable AttributeSet attributes)
            throws BadLocationException {
        if (text != null) {
            int room = Math.max(0, MOST_CHARACTERS - getLength());
            super.insertString(offset, text.substring(0, Math.min(room, text.length())), attributes);
        }
    }

    @Override
    protected void fireInsertUpdate(DocumentEvent event) {
        super.fireInsertUpdate(event);
        tellUnlessReplacing();
    }

    @Override
    protected void fireRemoveUpdate(DocumentEvent event) {
        super.fireRemoveUpdate(event);
        tellUnlessReplacing();
    }

    private void tellUnlessReplacing() {
        if (!replacing) {
            changed.run();
        }
    }
}
