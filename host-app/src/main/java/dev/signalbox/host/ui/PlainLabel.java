package dev.signalbox.host.ui;

import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JToolTip;
import org.jspecify.annotations.Nullable;

/** A label that never renders HTML, neither in its text nor in its tool tip. */
public class PlainLabel extends JLabel {

    /** Makes an empty label. */
    public PlainLabel() {
        this("");
    }

    /**
     * Makes a label.
     *
     * @param text any text
     */
    public PlainLabel(String text) {
        PlainText.disableHtml(this);
        setText(text);
    }

    /**
     * Makes a label with an icon.
     *
     * @param text any text
     * @param icon before the text
     */
    public PlainLabel(String text, Icon icon) {
        this(text);
        setIcon(icon);
    }

    @Override
    public void setText(@Nullable String text) {
        super.setText(text == null ? "" : PlainText.of(text));
    }

    @Override
    public void setToolTipText(@Nullable String text) {
        super.setToolTipText(text == null ? null : PlainText.of(text));
    }

    @Override
    public JToolTip createToolTip() {
        JToolTip tip = super.createToolTip();
        PlainText.disableHtml(tip);
        return tip;
    }
}
