package dev.signalbox.host.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.event.MouseEvent;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JToolTip;
import javax.swing.table.DefaultTableModel;
import javax.swing.table.TableCellRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Swing keeps the rendered document of a component in the client property {@code html}; none may ever be there. */
class PlainComponentsTest {
    private static final String MARKUP = "<html><img src=http://127.0.0.1:9/x>";

    /** That this test can fail at all. */
    @Test
    void aRawLabelRendersMarkup() {
        assertThat(new JLabel("<html><b>x</b>").getClientProperty("html")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {MARKUP, "<HTML><b>x</b>", "\n<html>x", "<html>"})
    void aLabelNeverRendersMarkup(String text) {
        PlainLabel label = new PlainLabel(text);
        assertInert(label);
        label.setText("");
        label.setText(text);
        assertInert(label);
        label.updateUI();
        assertInert(label);
        assertInert(new PlainLabel(text, Icons.of("stream")));
    }

    @Test
    void aLabelsToolTipNeverRendersMarkup() {
        PlainLabel label = new PlainLabel("x");
        label.setToolTipText(MARKUP);
        JToolTip tip = label.createToolTip();
        tip.setTipText(label.getToolTipText());
        assertInert(tip);
        tip.setTipText(MARKUP);
        assertInert(tip);
        label.setToolTipText(null);
        assertThat(label.getToolTipText()).isNull();
    }

    @Test
    void aTablesCellsHeadersAndToolTipsNeverRenderMarkup() {
        PlainTable table = table(MARKUP);
        Component cell = table.prepareRenderer(table.getCellRenderer(0, 0), 0, 0);
        assertInert((JComponent) cell);
        assertThat(((JLabel) cell).getText()).contains("<html>");

        TableCellRenderer headers = table.getTableHeader().getDefaultRenderer();
        Component header = headers.getTableCellRendererComponent(table, MARKUP, false, false, -1, 0);
        assertInert((JComponent) header);

        JToolTip tip = table.createToolTip();
        tip.setTipText(MARKUP);
        assertInert(tip);
    }

    @Test
    void aCellThatIsCutOffShowsItsWholeTextAsAPlainToolTip() {
        PlainTable table = table(MARKUP);
        table.setSize(400, 100);
        table.doLayout();
        table.getColumnModel().getColumn(0).setWidth(10);
        table.getColumnModel().getColumn(1).setWidth(300);

        assertThat(table.getToolTipText(at(table, 2))).isEqualTo("\u200B" + MARKUP);
        assertThat(table.getToolTipText(at(table, 200))).isNull();
        assertThat(table.getToolTipText(at(table, 5000))).isNull();
    }

    @Test
    void aRendererUsedForManyCellsNeverRendersMarkup() {
        PlainTable table = table("x");
        PlainCellRenderer renderer = new PlainCellRenderer();
        for (Object value : new Object[] {"x", MARKUP, 1, "<hTML>y"}) {
            assertInert((JComponent) renderer.getTableCellRendererComponent(table, value, true, true, 0, 0));
        }
        renderer.getTableCellRendererComponent(table, null, false, false, 0, 0);
        assertThat(renderer.getText()).isEmpty();
    }

    private static PlainTable table(String text) {
        return new PlainTable(new DefaultTableModel(new Object[][] {{text, "b"}}, new Object[] {MARKUP, "second"}));
    }

    private static MouseEvent at(PlainTable table, int x) {
        return new MouseEvent(table, MouseEvent.MOUSE_MOVED, 0, 0, x, 2, 0, false);
    }

    private static void assertInert(JComponent component) {
        assertThat(component.getClientProperty("html")).isNull();
    }
}
