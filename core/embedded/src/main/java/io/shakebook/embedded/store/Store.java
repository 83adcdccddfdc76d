// SPDX-License-Identifier: Apache-2.0
package io.shakebook.embedded.store;

import io.shakebook.embedded.json.Json;
import io.shakebook.embedded.kind.Kind;
import io.shakebook.embedded.kind.Kinds;
import io.shakebook.embedded.kind.ObjectKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/**
 * All objects of one cluster. Trees handed in or out are never changed afterwards by anybody; whoever wants another
 * object makes a copy. Reads need no lock; writes happen in {@link #exclusively}.
 */
public final class Store implements AutoCloseable {
    private final Shelves objects = new Shelves();
    private final ReentrantLock lock = new ReentrantLock();
    private volatile History history;
    private final StateFile file;
    private volatile long version;
    private volatile boolean open = true;

    private Store(Path folder, StateFile.State state) throws IOException {
        version = state.version();
        for (Change change : state.changes()) {
            version = Math.max(version, change.version());
            change.object()
                    .ifPresentOrElse(tree -> objects.put(change.key(), tree), () -> objects.remove(change.key()));
        }
        history = new History(version);
        file = StateFile.write(folder, snapshot());
    }

    /** True if a cluster has already lived in the folder. */
    public static boolean existsIn(Path folder) {
        return StateFile.existsIn(folder);
    }

    /** Opens the folder's state, or an empty one. */
    public static Store open(Path folder, Kinds kinds) throws IOException {
        return new Store(folder, existsIn(folder) ? StateFile.read(folder, kinds) : new StateFile.State(1, List.of()));
    }

    /** The version of the last change. */
    public long version() {
        return version;
    }

    /** False once the store was closed: whoever waits for changes need not go on. */
    public boolean isOpen() {
        return open;
    }

    public Optional<ObjectNode> get(ObjectKey key) {
        return objects.get(key);
    }

    /** By namespace and name; an empty namespace means all of them. */
    public List<ObjectNode> list(Kind kind, String namespace) {
        return objects.list(kind, namespace);
    }

    public List<ObjectKey> keys() {
        return objects.keys();
    }

    /** Runs one writer at a time and returns when what it wrote is on disk; inside another one, that one sees to it. */
    public <T> T exclusively(Supplier<T> work) {
        T result;
        lock.lock();
        try {
            result = work.get();
        } finally {
            lock.unlock();
        }
        if (!lock.isHeldByCurrentThread()) {
            sync();
        }
        return result;
    }

    /** Like {@link #exclusively}, for writes that nobody waits for: they are on disk with the next one that is. */
    public <T> T unhurriedly(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Stores the tree with the next version in it, and returns it. Only inside {@link #exclusively}. */
    public ObjectNode put(ObjectKey key, ObjectNode tree) {
        long next = version + 1;
        ObjectNode stored = tree.deepCopy();
        Json.ensure(stored, "metadata").put("resourceVersion", Long.toString(next));
        append(new Change(next, key, Optional.of(stored)));
        Optional<ObjectNode> before = objects.put(key, stored);
        version = next;
        Event.Type type = before.isPresent() ? Event.Type.MODIFIED : Event.Type.ADDED;
        history.add(new Event(next, type, key, before, stored));
        return stored;
    }

    /** Removes an object that is there, and returns its last state. Only inside {@link #exclusively}. */
    public ObjectNode remove(ObjectKey key) {
        long next = version + 1;
        append(new Change(next, key, Optional.empty()));
        ObjectNode before = objects.remove(key)
                .orElseThrow(() -> new IllegalStateException("removed an object that is not there: " + key));
        version = next;
        ObjectNode last = before.deepCopy();
        Json.ensure(last, "metadata").put("resourceVersion", Long.toString(next));
        history.add(new Event(next, Event.Type.DELETED, key, Optional.of(before), last));
        return last;
    }

    /** From now on, changes up to here are too old to be watched. */
    public void forgetHistory() {
        history = new History(version);
    }

    /** The changes after a version, waiting for the first one. */
    public List<Event> changesAfter(long since, long waitMillis) throws TooOld, InterruptedException {
        return history.after(since, waitMillis);
    }

    private void append(Change change) {
        try {
            if (file.overgrown()) {
                file.rewrite(snapshot());
            }
            file.append(change);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void sync() {
        try {
            file.sync();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private StateFile.State snapshot() {
        List<Change> changes = new ArrayList<>();
        for (ObjectKey key : objects.keys()) {
            objects.get(key)
                    .ifPresent(object -> changes.add(new Change(
                            Json.number(object, 0, "metadata", "resourceVersion"), key, Optional.of(object))));
        }
        return new StateFile.State(version, changes);
    }

    /** Ends all watches, and lets whoever waits for changes go on. */
    public void endWatches() {
        open = false;
        history.close();
    }

    /** Flushes and closes the file. A thread that is interrupted while it writes would close the file for all. */
    @Override
    public void close() throws IOException {
        endWatches();
        lock.lock();
        try {
            file.close();
        } finally {
            lock.unlock();
        }
    }
}
