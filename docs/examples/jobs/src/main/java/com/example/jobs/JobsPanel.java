package com.example.jobs;

import dev.signalbox.api.Delivery;
import dev.signalbox.api.Replay;
import dev.signalbox.api.SourceEvent;
import dev.signalbox.api.WorkRemoved;
import dev.signalbox.api.WorkUpdate;
import dev.signalbox.api.ui.Actions;
import dev.signalbox.api.ui.PanelContext;
import dev.signalbox.api.ui.PanelContribution;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;

/** Says how many jobs failed, on a button that opens the failure window. */
final class JobsPanel implements PanelContribution {
    @Override
    public String id() {
        return "failed";
    }

    @Override
    public String title() {
        return "Jobs";
    }

    @Override
    public JComponent create(PanelContext context) {
        JButton failed = new JButton("0 failed");
        failed.setName("jobs.failed");
        failed.addActionListener(event -> context.actions().invoke(Actions.SHOW_ORDER_ERROR, List.of()));
        Set<String> keys = new TreeSet<>();
        context.events().subscribe(SourceEvent.class, Delivery.UI, Replay.CURRENT, batch -> {
            for (SourceEvent event : batch) {
                if (event instanceof WorkRemoved gone) {
                    keys.remove(gone.source() + " " + gone.key());
                } else if (event instanceof WorkUpdate job && job.topic().equals(JobsSource.TOPIC) && job.failed()) {
                    keys.add(job.source() + " " + job.key());
                }
            }
            failed.setText(keys.size() + " failed");
        });
        JPanel panel = new JPanel();
        panel.add(failed);
        return panel;
    }
}
