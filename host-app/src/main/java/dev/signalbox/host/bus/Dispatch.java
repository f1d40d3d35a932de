package dev.signalbox.host.bus;

import dev.signalbox.api.ConsoleEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Which mailboxes a class of events goes to, super-types included. Arrays are copied when subscriptions change, and worked
 * out once for each class after that. Classes are held weakly: one may belong to a plug-in. Guarded by the bus's lock.
 */
final class Dispatch {
    private static final Mailbox<?>[] NONE = {};

    private final Map<Class<?>, Mailbox<?>[]> byClass = new WeakHashMap<>();
    private Mailbox<?>[] all = NONE;

    Mailbox<?>[] all() {
        return all;
    }

    void add(Mailbox<?> mailbox) {
        all = Arrays.copyOf(all, all.length + 1);
        all[all.length - 1] = mailbox;
        byClass.clear();
    }

    void remove(Mailbox<?> mailbox) {
        all = Arrays.stream(all).filter(other -> other != mailbox).toArray(Mailbox<?>[]::new);
        byClass.clear();
    }

    /**
     * Appends a batch to every mailbox it concerns. A batch of one class, the usual case, is appended as it is; a mixed one
     * in runs of one class.
     *
     * @param batch immutable, not empty
     * @param lettingGo whether it tells which rows the bus let go of
     * @return the mailboxes to attend to as soon as the lock is free
     */
    List<Mailbox<?>> append(List<? extends ConsoleEvent> batch, boolean lettingGo) {
        long now = System.nanoTime();
        List<Mailbox<?>> needy = List.of();
        int from = 0;
        while (from < batch.size()) {
            Class<?> type = batch.get(from).getClass();
            int to = from + 1;
            while (to < batch.size() && batch.get(to).getClass() == type) {
                to++;
            }
            List<? extends ConsoleEvent> run = to - from == batch.size() ? batch : batch.subList(from, to);
            needy = append(run, to(type), lettingGo, now, needy);
            from = to;
        }
        return needy;
    }

    private static List<Mailbox<?>> append(
            List<? extends ConsoleEvent> run,
            Mailbox<?>[] mailboxes,
            boolean lettingGo,
            long now,
            List<Mailbox<?>> needyBefore) {
        List<Mailbox<?>> needy = needyBefore;
        for (Mailbox<?> mailbox : mailboxes) {
            if ((!lettingGo || mailbox.interest().toldOfLettingGo()) && mailbox.append(run, now)) {
                needy = needy.isEmpty() ? new ArrayList<>() : needy;
                needy.add(mailbox);
            }
        }
        return needy;
    }

    private Mailbox<?>[] to(Class<?> type) {
        Mailbox<?>[] known = byClass.get(type);
        if (known == null) {
            known = Arrays.stream(all)
                    .filter(mailbox -> mailbox.interest().wants(type))
                    .toArray(Mailbox<?>[]::new);
            byClass.put(type, known);
        }
        return known;
    }
}
