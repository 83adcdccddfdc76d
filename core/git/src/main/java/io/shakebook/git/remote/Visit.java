// SPDX-License-Identifier: Apache-2.0
package io.shakebook.git.remote;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.BasePackFetchConnection;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.Transport;

/** One conversation with another machine about one ref. Its cache entry is locked until it is over. */
final class Visit implements AutoCloseable {
    /** When the ref has moved: enough to see, mostly, whether it went forward. */
    private static final int HISTORY = 50;

    private final RemoteSettings settings;
    private final RemoteUrl url;
    private final TypedRef ref;
    private final CacheEntry entry;
    private final CacheEntry.Held held;
    private final Transports transports;
    private final Watch watch;

    Visit(RemoteSettings settings, RemoteUrl url, TypedRef ref, CacheEntry entry, CacheEntry.Held held) {
        this.settings = settings;
        this.url = url;
        this.ref = ref;
        this.entry = entry;
        this.held = held;
        this.transports = new Transports(settings, url);
        this.watch = new Watch("fetching " + ref.typed() + " of " + url, settings.limits(), settings.progress());
    }

    Fetched fetched() throws RemoteFault, InterruptedException {
        try {
            return watch.during(this::ask).orElseThrow(this::late);
        } catch (IOException e) {
            throw new Explanation(settings, url, transports.ssh()).of(e);
        }
    }

    private RemoteFault late() {
        Limits limits = settings.limits();
        String what = watch.silent()
                ? url.host() + " did not answer within " + Told.duration(limits.silence()) + " (" + url + ")"
                : url + " did not send all of " + ref.typed() + " within " + Told.duration(limits.whole());
        return new RemoteFault(
                RemoteFault.Kind.UNREACHABLE, what, "try again later, or use what the cache has: --offline");
    }

    private Fetched ask() throws IOException, RemoteFault {
        Optional<Cached> known = entry.current().flatMap(folder -> Cached.at(folder, settings));
        int depth = known.isPresent() ? Math.max(HISTORY, ref.depth()) : ref.depth();
        try {
            return ask(known, Optional.of(depth));
        } catch (NotGiven e) {
            return ask(Optional.empty(), Optional.empty());
        }
    }

    /** The server does not give a commit that no branch or tag ends with. */
    private static final class NotGiven extends IOException {
        NotGiven(IOException why) {
            super(why);
        }
    }

    /** @param depth empty to look through all of every branch for a commit that is not given by itself */
    private Fetched ask(Optional<Cached> known, Optional<Integer> depth) throws IOException, RemoteFault {
        Path made = entry.begin();
        try (LimitedRepository repository = LimitedRepository.at(made, settings.limits(), watch::heard)) {
            repository.create(true);
            try (Transport transport = transports.open(repository, depth);
                    FetchConnection connection = transport.openFetch()) {
                if (!(connection instanceof BasePackFetchConnection)) {
                    throw new RemoteFault(
                            RemoteFault.Kind.UNREACHABLE,
                            url + " is no git server, but a folder of files (the \"dumb\" protocol), which cannot be"
                                    + " fetched in part",
                            "use the address of a git server");
                }
                watch.heard();
                Advertised advertised = new Advertised(url, connection.getRefs());
                Ref meant = advertised.meant(ref);
                Optional<Fetched> same = known.flatMap(cached -> unchanged(cached, meant));
                if (same.isPresent()) {
                    return same.get();
                }
                if (ref.commit() && depth.isPresent() && url.scheme().equals("file") && !advertised.ends(meant)) {
                    throw new NotGiven(new IOException("JGit's own server gives ends of branches only"));
                }
                receive(connection, depth.isPresent() ? List.of(meant) : advertised.branchesAndTags(), depth);
                return publish(repository, made, meant, known, depth);
            }
        } finally {
            entry.forget(made);
        }
    }

    private Optional<Fetched> unchanged(Cached cached, Ref meant) {
        if (!cached.stamp().tip().equals(meant.getObjectId().name())
                || !cached.stamp().name().equals(meant.getName())
                || cached.stamp().depth() < ref.depth()) {
            return Optional.empty();
        }
        Stamp now = cached.stamp().askedAgain(settings.clock().instant());
        try {
            now.write(cached.folder());
        } catch (IOException unwritable) {
            return Optional.empty();
        }
        return new Cached(cached.folder(), now, settings.limits())
                .commit(ref)
                .map(commit -> new Cached(cached.folder(), now, settings.limits()).fetched(ref, commit, List.of()));
    }

    private void receive(FetchConnection connection, Collection<Ref> wanted, Optional<Integer> depth)
            throws IOException {
        try {
            connection.fetch(watch, wanted, Set.of());
        } catch (IOException e) {
            if (ref.commit() && depth.isPresent() && Explanation.mayBeGivenOtherwise(e)) {
                throw new NotGiven(e);
            }
            throw e;
        }
        if (watch.isCancelled()) {
            throw new IOException("stopped");
        }
    }

    private Fetched publish(
            LimitedRepository repository, Path made, Ref meant, Optional<Cached> known, Optional<Integer> depth)
            throws IOException, RemoteFault {
        ObjectId commit = commit(repository, meant);
        Instant now = settings.clock().instant();
        List<String> notes = known.flatMap(cached -> moved(repository, meant, cached)).stream()
                .toList();
        Stamp stamp = new Stamp(meant.getObjectId().name(), meant.getName(), depth.orElse(Integer.MAX_VALUE), now);
        stamp.write(made);
        Path whole = entry.publish(made, now);
        return new Cached(whole, stamp, settings.limits()).fetched(ref, commit, notes);
    }

    private ObjectId commit(LimitedRepository repository, Ref meant) throws IOException, RemoteFault {
        try {
            return Whole.commit(repository, meant.getObjectId().name(), ref.steps())
                    .orElseThrow(() -> typed(
                            "\"" + ref.typed() + "\" goes back further than " + ref.base() + " of " + url + " does"));
        } catch (IncorrectObjectTypeException e) {
            throw typed("\"" + ref.typed() + "\" of " + url + " is no commit");
        } catch (MissingObjectException e) {
            if (ref.commit()) {
                throw typed(url + " has no commit " + ref.base() + ", or does not give it");
            }
            throw e;
        }
    }

    private static RemoteFault typed(String message) {
        return new RemoteFault(RemoteFault.Kind.TYPED, message, "name a commit, or a branch or tag that has it");
    }

    /** What is strange about the way from what was cached to what is there now. */
    private Optional<String> moved(LimitedRepository repository, Ref meant, Cached cached) {
        Stamp before = cached.stamp();
        if (!before.name().equals(meant.getName())) {
            return Optional.of(ref.base() + " of " + url + " is " + meant.getName() + " now, and was " + before.name());
        }
        if (before.tip().equals(meant.getObjectId().name())) {
            return Optional.empty();
        }
        Optional<ObjectId> end = cached.end();
        if (before.branch().isEmpty() || end.isEmpty()) {
            return Optional.of(ref.base() + " of " + url + " was moved: it was " + before.tip() + " (" + before.asked()
                    + "); tags are meant to stay");
        }
        try {
            ObjectId now = repository.resolve(meant.getObjectId().name() + "^{commit}");
            if (now != null && Whole.descends(repository, now, end.get())) {
                return Optional.empty();
            }
            boolean cut = !repository.getObjectDatabase().getShallowCommits().isEmpty();
            return Optional.of("what " + ref.base() + " of " + url + " was ("
                    + end.get().name() + ", "
                    + before.asked() + ") is not "
                    + (cut
                            ? "among the last " + HISTORY + " commits of it: it was rewritten, or much was added"
                            : "an ancestor of what it is now: it was rewritten"));
        } catch (IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    @Override
    public void close() throws IOException {
        transports.close();
        held.close();
    }
}
